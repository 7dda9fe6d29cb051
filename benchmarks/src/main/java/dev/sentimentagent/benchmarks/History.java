package dev.sentimentagent.benchmarks;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.Snapshot;
import dev.sentimentagent.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Days of an invented Reddit as the service would have collected them, at the rate of the system before it: some 47 posts and 300 comments
 * each half hour, 1.5 million in 90 days. The same for the same seed, whenever and wherever it is made: it ends at {@link #END}, and the
 * service is told by its clock that this is now. Days that two histories of one seed share hold the same items, but for the first week,
 * which lacks comments on posts before it. Thread-safe.
 */
final class History {
    /** Not at a full hour, so that windows have edges at both ends, as they nearly always do. */
    static final Instant END = Instant.parse("2026-11-01T12:17:00Z");
    /** Between two collections. */
    static final Duration INTERVAL = Duration.ofMinutes(30);
    /** Of {@link GeneratedWorld}, whose people are too few by this factor. */
    private static final double VOLUME = 6.5;
    /** Comments of the generated world have some 100 characters, Reddit's three times as many: others' words follow. */
    private static final int MOST_FURTHER_PARAGRAPHS = 4;
    private static final int FURTHER_PARAGRAPHS = 2048;

    private final long seed;
    private final int days;
    private final World world;
    private final List<String> paragraphs;

    History(long seed, int days) {
        this.seed = seed;
        this.days = days;
        this.world = new GeneratedWorld(seed, VOLUME, window().start());
        // Of days that every history has.
        this.paragraphs = world.createdWithin(ItemKind.COMMENT, Window.ending(END, Duration.ofDays(1)))
                .map(item -> world.state(item.fullname(), END).orElseThrow())
                .filter(comment -> !comment.gone())
                .limit(FURTHER_PARAGRAPHS)
                .map(Snapshot::text)
                .toList();
    }

    long seed() {
        return seed;
    }

    int days() {
        return days;
    }

    /** The Reddit it comes from, which goes on after the end. */
    World world() {
        return world;
    }

    Window window() {
        return Window.ending(END, Duration.ofDays(days));
    }

    /** The items of a kind created in the window, oldest first, as they look at the end. */
    Stream<Item> items(ItemKind kind, Window created) {
        return world.createdWithin(kind, created).map(item -> item(world.state(item.fullname(), END).orElseThrow()));
    }

    private Item item(Snapshot snapshot) {
        Instant collected = collectedAfter(snapshot.createdUtc());
        return switch (snapshot) {
            case Snapshot.PostSnapshot p -> new Post(p.id(), p.subreddit(), p.author(), p.title(), p.text(), p.url(), p.permalink(),
                    p.createdUtc(), collected, p.score(), p.commentCount(), p.editedAt(), p.gone());
            case Snapshot.CommentSnapshot c -> new Comment(c.id(), c.subreddit(), c.author(), c.postId(), c.parent(), body(c),
                    c.permalink(), c.createdUtc(), collected, c.score(), c.editedAt(), c.gone());
        };
    }

    private String body(Snapshot.CommentSnapshot comment) {
        if (comment.gone()) {
            return comment.text();
        }
        RandomGenerator random = new SplittableRandom(seed ^ Long.parseLong(comment.id(), Character.MAX_RADIX));
        StringBuilder body = new StringBuilder(comment.text());
        for (int more = random.nextInt(MOST_FURTHER_PARAGRAPHS + 1); more > 0; more--) {
            body.append("\n\n").append(paragraphs.get(random.nextInt(paragraphs.size())));
        }
        return body.toString();
    }

    /** When the first collection after that moment began; the last one began at the end. */
    static Instant collectedAfter(Instant created) {
        return END.minus(INTERVAL.multipliedBy(Duration.between(created, END).dividedBy(INTERVAL)));
    }
}
