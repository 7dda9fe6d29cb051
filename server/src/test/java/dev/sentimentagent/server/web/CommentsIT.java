package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.testsupport.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The comments of a post, whatever became of the post. */
class CommentsIT {
    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");

    private final ManualTime time = new ManualTime(START);
    private final GeneratedWorld world = new GeneratedWorld(7, 1);

    @Test
    void areThereEvenIfThePostIsDeletedOrWasNeverCollected(@TempDir Path folder) {
        try (RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT, world, time);
                RunningService service = RunningService.start(folder.resolve("test.db"), standIn, "Cursor", time, Map.of())) {
            service.collect();
            time.advance(Duration.ofHours(30));
            service.collect();

            String deleted = delete(service, true);
            Map<String, List<Comment>> byPost = stored(service, ItemKind.COMMENT).filter(item -> !item.deleted())
                    .map(Comment.class::cast)
                    .collect(Collectors.groupingBy(Comment::postId));
            byPost.forEach((post, comments) -> {
                JsonNode answer = service.json("/api/v1/posts/" + post + "/comments?limit=1000");
                assertThat(answer.valueStream().map(comment -> comment.get("id").asString())).as(post)
                        .containsAll(comments.stream().map(Comment::id).toList());
                assertThat(answer).allMatch(comment -> comment.get("permalink").asString().startsWith("https://www.reddit.com/r/Cursor/"));
            });
            assertThat(byPost.keySet()).contains(deleted)
                    .anyMatch(post -> service.store().items().find(ItemKind.POST.fullname(post)).isEmpty());
            assertThat(service.get("/api/v1/posts/" + deleted).statusCode()).isEqualTo(404);

            String withoutComments = delete(service, false);
            assertThat(service.get("/api/v1/posts/" + withoutComments + "/comments").statusCode()).isEqualTo(404);
        }
    }

    /** Deletes one of the posts that have comments, or one of those that have none. */
    private String delete(RunningService service, boolean commentedOn) {
        ScoredItem victim = stored(service, ItemKind.POST).filter(item -> !item.deleted())
                .filter(post -> service.store().items().comments(post.id(), 1, null).items().isEmpty() != commentedOn)
                .findFirst()
                .flatMap(post -> service.store().items().find(post.fullname()))
                .orElseThrow();
        Post post = (Post) victim.item();
        Post deleted = new Post(post.id(), post.subreddit(), null, "", "", "", "", post.createdUtc(), time.instant(), 0, 0, null, true);
        service.store().items().save(new Batch(List.of(new ScoredItem(deleted, victim.score(), Set.of())), null, null, null));
        return post.id();
    }

    /** What is stored of what was created in the last three days. */
    private Stream<Item> stored(RunningService service, ItemKind kind) {
        return world.createdWithin(kind, Window.ending(time.instant(), Duration.ofDays(3)))
                .map(created -> service.store().items().find(created.fullname()))
                .flatMap(Optional::stream)
                .map(ScoredItem::item);
    }
}
