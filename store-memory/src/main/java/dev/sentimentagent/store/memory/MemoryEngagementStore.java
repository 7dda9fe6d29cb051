package dev.sentimentagent.store.memory;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Engagement;
import dev.sentimentagent.model.store.EngagementStore;
import dev.sentimentagent.model.store.Ranked;
import dev.sentimentagent.model.store.Texts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

record MemoryEngagementStore(MemoryStore store) implements EngagementStore {
    private static final Comparator<ScoredItem> RANKING = comparingLong((ScoredItem scored) -> sum((Post) scored.item())).reversed()
            .thenComparing(comparing((ScoredItem scored) -> scored.item().createdUtc()).reversed())
            .thenComparing(scored -> scored.item().fullname());

    @Override
    public Map<String, Engagement> byTool(Window created) {
        return store.call(() -> {
            Map<String, Post> posts = posts().collect(Collectors.toMap(scored -> scored.item().id(), scored -> (Post) scored.item()));
            Map<String, Set<Post>> mentioned = new HashMap<>();
            store.data().living().filter(scored -> created.contains(scored.item().createdUtc())).forEach(scored -> {
                Post post = posts.get(postId(scored));
                if (post != null) {
                    scored.toolIds().forEach(tool -> mentioned.computeIfAbsent(tool, _ -> new HashSet<>()).add(post));
                }
            });
            return mentioned.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> engagement(entry.getValue())));
        });
    }

    @Override
    public Ranked<ScoredItem> posts(String toolId, Window active, int offset, int limit) {
        return store.call(() -> {
            Set<String> alive = store.data()
                    .living()
                    .filter(scored -> active.contains(scored.item().createdUtc()))
                    .map(MemoryEngagementStore::postId)
                    .collect(Collectors.toSet());
            List<ScoredItem> ranking = posts().filter(scored -> scored.toolIds().contains(Texts.clean(toolId)))
                    .filter(scored -> alive.contains(scored.item().id()))
                    .sorted(RANKING)
                    .toList();
            return new Ranked<>(ranking.stream().skip(offset).limit(limit).toList(), ranking.size());
        });
    }

    private Stream<ScoredItem> posts() {
        return store.data().living(ItemKind.POST);
    }

    private static String postId(ScoredItem scored) {
        return switch (scored.item()) {
            case Post post -> post.id();
            case Comment comment -> comment.postId();
        };
    }

    private static long sum(Post post) {
        return (long) post.commentCount() + post.upvotes();
    }

    private static Engagement engagement(Set<Post> posts) {
        return new Engagement(posts.size(), posts.stream().mapToLong(Post::commentCount).sum(),
                posts.stream().mapToLong(Post::upvotes).sum());
    }
}
