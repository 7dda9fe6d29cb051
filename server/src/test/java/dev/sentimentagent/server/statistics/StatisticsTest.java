package dev.sentimentagent.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.ToolVerdict;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Expiry;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.sql.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows over a real store, whose every second is compared with a plain count. */
class StatisticsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:34:56.789Z");
    private static final Duration DAYS = Duration.ofDays(10);
    private static final List<String> SUBREDDITS = List.of("Cursor", "claude", "aws");
    private static final List<String> TOOLS = List.of("cursor", "claude-code", "kiro");
    private static final List<ToolVerdict> VERDICTS = List.of(new ToolVerdict(Sentiment.POSITIVE, 8000),
            new ToolVerdict(Sentiment.NEGATIVE, -5000), new ToolVerdict(Sentiment.NEUTRAL, 0));

    private final InstantSource clock = InstantSource.fixed(NOW);
    private final Map<String, ScoredItem> items = new HashMap<>();
    private Store store;
    private int made;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("t.db"), RetryPolicy.NEVER, TimeSource.system(), new Random(1));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @RepeatedTest(5)
    void everyWindowEqualsAPlainCountWhateverIsCommittedMeanwhile(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 20; i++) {
            save(random);
        }
        Statistics statistics = new Statistics(store, clock, Duration.ofHours(25), Duration.ofDays(90));
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 20; i++) {
                assertEqual(statistics, random);
            }
            List<Runnable> told = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Batch batch = batch(random);
                BatchResult result = store.items().save(batch);
                told.add(() -> statistics.apply(batch, result));
            }
            // In any order, and the first twice: no commit may be lost or counted twice.
            told.add(told.getFirst());
            Collections.shuffle(told, random);
            told.forEach(Runnable::run);
        }
    }

    @Test
    void followsWhatAnotherInstanceHasCommitted() {
        Random random = new Random(7);
        save(random);
        Statistics statistics = new Statistics(store, clock, Duration.ofHours(25), Duration.ofDays(90));
        assertEqual(statistics, random);
        save(random);
        save(random);

        statistics.follow(store.dataVersion());
        assertThat(statistics.changes().version()).isEqualTo(store.dataVersion());
        for (int i = 0; i < 20; i++) {
            assertEqual(statistics, random);
        }
    }

    /** As a first reading of a listing comes, newest first, while the version of the data moves for another reason too. */
    @Test
    void whatIsOlderAndComesLaterCountsToo() {
        Random random = new Random(9);
        Statistics statistics = new Statistics(store, clock, Duration.ofHours(25), Duration.ofDays(90));
        for (int hours : List.of(1, 30, 60, 200)) {
            store.topics().replace(List.of());
            ScoredItem item = scored("older" + hours, "aws", NOW.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(hours)), random);
            items.put(item.item().id(), item);
            Batch batch = Batch.of(List.of(item));
            statistics.apply(batch, store.items().save(batch));
        }
        Window all = Window.ending(NOW, DAYS);
        assertThat(statistics.tally(Dimension.SUBREDDIT, null, all)).isEqualTo(count(Dimension.SUBREDDIT, null, all));
    }

    @Test
    void batchesThatWereWrittenAtOnceMayBeToldOfInAnyOrder() {
        Random random = new Random(5);
        Statistics statistics = new Statistics(store, clock, Duration.ofHours(25), Duration.ofDays(90));
        List<Batch> batches = List.of(batch(random), batch(random), batch(random));
        List<BatchResult> results = store.items().saveAll(batches);
        for (int i : List.of(2, 0, 1)) {
            statistics.apply(batches.get(i), results.get(i));
        }
        for (int i = 0; i < 20; i++) {
            assertEqual(statistics, random);
        }
    }

    @Test
    void whatRetentionDeletesMovesTheVersionButNotThatOfLists() {
        Random random = new Random(8);
        save(random);
        Statistics statistics = new Statistics(store, clock, Duration.ofHours(25), Duration.ofDays(90));
        long before = statistics.changes().version();
        assertThat(statistics.changes().listedVersion()).isEqualTo(before);

        statistics.apply(store.retention().expire(NOW, 1000));
        assertThat(statistics.changes().version()).isEqualTo(before + 1);
        assertThat(statistics.changes().listedVersion()).isEqualTo(before);

        Batch batch = Batch.of(List.of(scored("new", "aws", NOW.plusSeconds(1), random)));
        statistics.apply(batch, store.items().save(batch));
        assertThat(statistics.changes().version()).isEqualTo(before + 2).isEqualTo(statistics.changes().listedVersion());
    }

    @Test
    void whatAJobWritesMovesTheVersionOfWhatIsSightedAtItsEnd() {
        Random random = new Random(9);
        Batch sightings = batch(random);
        store.items().save(sightings);
        Statistics statistics = new Statistics(store, clock, Duration.ofHours(25), Duration.ofDays(90));
        long before = statistics.changes().sightedVersion();
        assertThat(before).isEqualTo(statistics.changes().version());

        Batch sighted = Batch.of(List.of(scored("new", "aws", NOW.minusSeconds(1), random)));
        Batch rescoring = Batch.rescoring(List.of(scored("new", "aws", NOW.minusSeconds(1), random)));
        statistics.apply(sighted, store.items().save(sighted));
        statistics.apply(rescoring, store.items().save(rescoring));
        assertThat(statistics.changes().sightedVersion()).isEqualTo(before + 1).isEqualTo(statistics.changes().version() - 1);

        Batch next = Batch.rescoring(List.of(scored("new", "aws", NOW.minusSeconds(1), random)));
        BatchResult committed = store.items().save(next);
        statistics.follow(committed.dataVersion());
        assertThat(statistics.changes().sightedVersion()).as("a look at the store comes before the job").isEqualTo(before + 1);
        Batch collected = Batch.of(List.of(scored("newer", "aws", NOW.minusSeconds(1), random)));
        BatchResult stored = store.items().save(collected);
        statistics.follow(stored.dataVersion());
        statistics.apply(next, committed);
        statistics.apply(collected, stored);
        assertThat(statistics.changes().sightedVersion()).as("and before a cycle").isEqualTo(stored.dataVersion());

        Batch last = Batch.rescoring(List.of(scored("new", "aws", NOW.minusSeconds(1), random)));
        statistics.apply(last, store.items().save(last));
        assertThat(statistics.changes().sightedVersion()).isEqualTo(stored.dataVersion());
        statistics.changes().settle();
        assertThat(statistics.changes().sightedVersion()).isEqualTo(statistics.changes().version());
    }

    @Test
    void whatRetentionDeletesIsNoNewsToWhoLooksMeanwhile() throws InterruptedException {
        Random random = new Random(10);
        save(random);
        Statistics statistics = new Statistics(store, clock, Duration.ofHours(25), Duration.ofDays(90));
        long before = statistics.changes().sightedVersion();
        Thread[] looking = new Thread[1];
        statistics.expire(() -> {
            Expiry expired = store.retention().expire(NOW, 1000);
            looking[0] = Thread.startVirtualThread(() -> statistics.follow(expired.dataVersion()));
            await().until(() -> looking[0].getState() == Thread.State.WAITING);
            return expired;
        });
        looking[0].join();
        assertThat(statistics.changes().version()).isEqualTo(before + 1);
        assertThat(statistics.changes().sightedVersion()).isEqualTo(before);
    }

    @Test
    void whatIsWarmNeedsNoStore() {
        Random random = new Random(3);
        for (int i = 0; i < 5; i++) {
            save(random);
        }
        Statistics statistics = new Statistics(store, clock, Duration.ofHours(25), Duration.ofDays(90));
        statistics.load();
        assertThat(statistics.warm(DAYS.plusHours(1))).isEqualTo(items.values().stream().filter(ScoredItem::counts).count());
        store.close();

        for (int i = 0; i < 50; i++) {
            assertEqual(statistics, random);
        }
    }

    @Test
    void aTrendTellsUnknownFromNothing() {
        save(new Random(1));
        Coverage coverage = new Coverage("Cursor", Listing.NEW, NOW.minus(Duration.ofDays(2)), NOW, NOW);
        Statistics statistics = new Statistics(store, clock, Duration.ofHours(25), Duration.ofDays(90));
        Batch batch = new Batch(List.of(), null, coverage, null);
        statistics.apply(batch, store.items().save(batch));

        List<Bucket> trend = statistics
                .trend(Dimension.SUBREDDIT, "aws", Window.ending(NOW, Duration.ofDays(30)), Granularity.DAY);
        assertThat(trend).hasSize(31);
        assertThat(trend.getFirst().window().start()).isEqualTo(NOW.minus(Duration.ofDays(30)));
        assertThat(trend.getLast().window()).isEqualTo(new Window(Instant.parse("2026-03-10T00:00:00Z"), NOW));
        assertThat(trend).allMatch(bucket -> bucket.collected() == bucket.tally().total() > 0);
        List<Bucket> all = statistics.trend(Dimension.SUBREDDIT, null, Window.ending(NOW, Duration.ofDays(30)), Granularity.DAY);
        assertThat(all.subList(28, 31)).allMatch(Bucket::collected);
        assertThat(all.subList(0, 19)).noneMatch(Bucket::collected);
    }

    private void assertEqual(Statistics statistics, Random random) {
        Instant end = random.nextInt(4) == 0 ? NOW : NOW.minusMillis(random.nextLong(DAYS.toMillis() / 2));
        Window window = Window.ending(end, Duration.ofMillis(random.nextLong(DAYS.toMillis() / 2)));
        Dimension dimension = random.nextBoolean() ? Dimension.SUBREDDIT : Dimension.TOOL;
        String name = dimension == Dimension.TOOL
                ? TOOLS.get(random.nextInt(3))
                : random.nextInt(3) == 0 ? null : SUBREDDITS.get(random.nextInt(3)).toUpperCase(Locale.ROOT);
        Tally expected = count(dimension, name, window);
        assertThat(statistics.tally(dimension, name, window)).as("%s %s", name, window).isEqualTo(expected);
        for (Granularity granularity : Granularity.values()) {
            List<Bucket> trend = statistics.trend(dimension, name, window, granularity);
            assertThat(trend).allSatisfy(bucket -> assertThat(bucket.tally()).isEqualTo(count(dimension, name, bucket.window())));
            assertThat(trend.stream().map(Bucket::tally).reduce(Tally.ZERO, Tally::plus)).isEqualTo(expected);
        }
    }

    private Tally count(Dimension dimension, @Nullable String name, Window window) {
        return items.values()
                .stream()
                .filter(scored -> window.contains(scored.item().createdUtc()))
                .filter(scored -> name == null
                        || (dimension == Dimension.TOOL
                                ? scored.toolIds().contains(name)
                                : name.equalsIgnoreCase(scored.item().subreddit())))
                .map(scored -> dimension == Dimension.TOOL && name != null ? scored.tally(name) : scored.tally())
                .reduce(Tally.ZERO, Tally::plus);
    }

    private void save(Random random) {
        store.items().save(batch(random));
    }

    /** Some new items, and some known ones with other scores. */
    private Batch batch(Random random) {
        String subreddit = SUBREDDITS.get(random.nextInt(3));
        List<ScoredItem> batch = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Instant created = NOW.minusMillis(random.nextLong(DAYS.toMillis())).truncatedTo(ChronoUnit.SECONDS);
            batch.add(scored("c" + made++, subreddit, created, random));
        }
        items.values()
                .stream()
                .filter(known -> known.item().subreddit().equals(subreddit))
                .limit(5)
                .map(known -> scored(known.item().id(), subreddit, known.item().createdUtc(), random))
                .forEach(batch::add);
        batch.forEach(scored -> items.put(scored.item().id(), scored));
        return Batch.of(batch);
    }

    private static ScoredItem scored(String id, String subreddit, Instant created, Random random) {
        int compound = random.nextInt(20_001) - 10_000;
        Score score = new Score(List.of(Sentiment.values()).get(random.nextInt(3)), compound / 10_000.0, 0, 0, 1, 0.5, "TEST", "1");
        Comment comment = new Comment(id, subreddit, "ann", "p", "t3_p", "words", "/r/x/", created, NOW, 1, null, false);
        if (random.nextInt(8) == 0) {
            return new ScoredItem(comment, Score.unjudged("TEST", "1"), Mentions.NONE, true, false);
        }
        Set<String> tools = random.ints(random.nextInt(3), 0, 3).mapToObj(TOOLS::get).collect(Collectors.toSet());
        Map<String, ToolVerdict> verdicts = tools.stream()
                .filter(_ -> tools.size() > 1 && random.nextBoolean())
                .collect(Collectors.toMap(tool -> tool, _ -> VERDICTS.get(random.nextInt(3))));
        return new ScoredItem(comment, score, new Mentions(tools, verdicts));
    }
}
