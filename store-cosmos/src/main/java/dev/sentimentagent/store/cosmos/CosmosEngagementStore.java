package dev.sentimentagent.store.cosmos;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Engagement;
import dev.sentimentagent.model.store.EngagementStore;
import dev.sentimentagent.model.store.Ranked;
import dev.sentimentagent.model.store.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

record CosmosEngagementStore(Access access) implements EngagementStore {
    private static final int AT_ONCE = 250;
    private static final Comparator<ScoredItem> RANKING = comparingLong((ScoredItem scored) -> sum((Post) scored.item())).reversed()
            .thenComparing(comparing((ScoredItem scored) -> scored.item().createdUtc()).reversed())
            .thenComparing(scored -> scored.item().fullname());

    @Override
    public Map<String, Engagement> byTool(Window created) {
        return access.read("engagement.byTool", () -> {
            Map<String, Set<String>> mentioned = new HashMap<>();
            Set<String> threads = new HashSet<>();
            Sought sought = Selected.created(Sought.of("c.thread, c.tools, c.verdicts", Kinds.ITEM).where("c.deleted = false"), created)
                    .where("ARRAY_LENGTH(c.tools) > 0");
            access.items().each(sought, Integer.MAX_VALUE, json -> {
                String thread = json.get("thread").asText();
                threads.add(thread);
                json.get("tools").forEach(tool -> mentioned.computeIfAbsent(tool.asText(), _ -> new HashSet<>()).add(thread));
                return true;
            });
            Map<String, Engagement> posts = new HashMap<>();
            for (JsonNode json : posts("c.thread, c.comment_count, c.upvotes", threads)) {
                posts.put(json.get("thread").asText(), new Engagement(1, json.get("comment_count").asLong(), json.get("upvotes").asLong()));
            }
            Map<String, Engagement> byTool = new HashMap<>();
            mentioned.forEach((tool, of) -> of.stream().filter(posts::containsKey).map(posts::get)
                    .forEach(post -> byTool.merge(tool, post, CosmosEngagementStore::plus)));
            return Map.copyOf(byTool);
        });
    }

    @Override
    public Ranked<ScoredItem> posts(String toolId, Window active, int offset, int limit) {
        return access.read("engagement.posts", () -> {
            Set<String> alive = new HashSet<>();
            access.items().each(Selected.created(Sought.of("c.thread", Kinds.ITEM).where("c.deleted = false"), active), Integer.MAX_VALUE,
                    json -> {
                        alive.add(json.get("thread").asText());
                        return true;
                    });
            Sought sought = Sought.of("*", Kinds.ITEM).where("c.kind = ? AND c.deleted = false", ItemKind.POST.name())
                    .where("ARRAY_CONTAINS(c.tools, ?)", Texts.clean(toolId));
            List<ScoredItem> ranking = access.items().query(sought).stream().filter(json -> alive.contains(json.get("thread").asText()))
                    .map(ItemDocument::scored).sorted(RANKING).toList();
            return new Ranked<>(ranking.stream().skip(offset).limit(limit).toList(), ranking.size());
        });
    }

    private List<JsonNode> posts(String select, Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<JsonNode> posts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            posts.addAll(access.items().query(Sought.of(select, Kinds.ITEM).where("c.kind = ? AND c.deleted = false", ItemKind.POST.name())
                    .in("c.thread", all.subList(from, Math.min(all.size(), from + AT_ONCE)))));
        }
        return posts;
    }

    private static Engagement plus(Engagement one, Engagement other) {
        return new Engagement(one.posts() + other.posts(), one.comments() + other.comments(), one.upvotes() + other.upvotes());
    }

    private static long sum(Post post) {
        return (long) post.commentCount() + post.upvotes();
    }
}
