package dev.sentimentagent.server.reanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.job.JobScope;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.store.sql.SqliteStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReanalysisTest {
    private static final int ITEMS = 2500;
    private static final int SMALL_BATCH = 100;
    private static final Tool WUMPUS = new Tool("wumpus", "Wumpus", "us", "other", List.of("wumpus"), List.of(), Set.of(), Set.of());

    @TempDir
    Path folder;

    private final ItemAnalyzer talk = ItemAnalyzer.of(SentimentMethod.DEVTALK, ToolCatalogue.standard());
    private Store store;

    @BeforeEach
    void scoreByVader() {
        store = SqliteStore.open(folder.resolve("t.db"), RetryPolicy.NEVER, new ManualTime(Vader.NOW), RandomGenerator.getDefault());
        Vader.fill(store, ITEMS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void itEndsWithTheScoresThatTheScorerGivesAndExactRollups() throws InterruptedException {
        List<Long> progress = new ArrayList<>();
        assertThat(Reanalysis.isDue(store, talk)).isTrue();
        ReanalysisJob job = started(JobScope.all(true));
        assertThat(job.progress().total()).isEqualTo(ITEMS);

        ReanalysisJob ended = reanalysis(talk).run(job, () -> false, at -> progress.add(at.progress().processed())).orElseThrow();

        assertThat(ended.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(store.jobs().find(job.id())).contains(ended);
        assertThat(progress).isSorted().last().isEqualTo((long) ITEMS);
        assertThat(ended.progress().percentage()).isEqualTo(100);
        assertThat(ended.effect().changed()).isEqualTo(ITEMS);
        assertThat(ended.effect().changedClass()).as("errors that are killed").isBetween(1L, ITEMS - 1L);
        assertThat(ended.effect().tools()).containsEntry("claude-code", ITEMS / 4L);
        assertThat(ended.effect().categorized() + ended.effect().uncategorized()).isEqualTo(ITEMS);
        assertThat(Reanalysis.isDue(store, talk)).isFalse();
        ScoredItem one = store.items().find(new ItemKey("t1_c1", "programming", Vader.NOW.minusSeconds(1))).orElseThrow();
        assertThat(one.score()).isEqualTo(talk.analyze(one.item()).score());
        assertRollupsAreExact();

        ReanalysisJob again = reanalysis(talk).run(started(JobScope.all(true)), () -> false, _ -> {}).orElseThrow();
        assertThat(again.effect().changed()).isZero();
        assertThat(again.progress().processed()).isEqualTo(ITEMS);
    }

    @Test
    void oneThatBrokeOffGoesOnRightAfterTheLastItemThatItWrote() throws InterruptedException {
        AtomicInteger transactions = new AtomicInteger();
        ReanalysisJob stopped = reanalysis(talk)
                .run(started(small(true)), () -> transactions.get() == 3, _ -> transactions.incrementAndGet()).orElseThrow();
        assertThat(stopped.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(stopped.progress().processed()).isEqualTo(3L * SMALL_BATCH);
        assertThat(notScoredBy(talk)).isEqualTo(ITEMS - 3L * SMALL_BATCH);
        assertRollupsAreExact();

        ReanalysisJob taken = store.jobs().take(Vader.NOW).orElseThrow();
        ReanalysisJob ended = reanalysis(talk).run(taken, () -> false, _ -> {}).orElseThrow();

        assertThat(ended.progress().processed()).isEqualTo(ITEMS);
        assertThat(ended.effect().changed()).as("none is counted twice").isEqualTo(ITEMS);
        assertThat(notScoredBy(talk)).isZero();
        assertRollupsAreExact();
    }

    @Test
    void toolsFoundAnewReplaceTheOldAndScoresStay() throws InterruptedException {
        ItemAnalyzer other = ItemAnalyzer.of(SentimentMethod.DEVTALK, ToolCatalogue.of(List.of(WUMPUS)));
        ReanalysisJob ended = reanalysis(other).run(started(JobScope.because("wumpus")), () -> false, _ -> {}).orElseThrow();

        assertThat(ended.effect().tools()).isEqualTo(Map.of("wumpus", ITEMS / 4L));
        assertThat(ended.effect().changedClass()).isZero();
        assertThat(notScoredBy(talk)).as("VADER's scores stay").isEqualTo(ITEMS);
        assertThat(store.items().find("t1_c3")).hasValueSatisfying(item -> assertThat(item.toolIds()).containsExactly("wumpus"));
        assertThat(store.items().find("t1_c1")).hasValueSatisfying(item -> assertThat(item.toolIds()).isEmpty());
        assertRollupsAreExact();
    }

    @Test
    void aSpanHasBothItsEndsAndAToolItsItems() throws InterruptedException {
        JobScope span = new JobScope(Vader.NOW.minusSeconds(19), Vader.NOW.minusSeconds(10), null, null, true, SMALL_BATCH);
        ReanalysisJob ended = reanalysis(talk).run(started(span), () -> false, _ -> {}).orElseThrow();
        assertThat(ended.progress().processed()).isEqualTo(10);
        assertThat(ended.progress().lastItem()).isEqualTo("t1_c10");

        JobScope ofTool = new JobScope(null, null, null, "claude-code", true, SMALL_BATCH);
        ReanalysisJob queued = started(ofTool);
        assertThat(queued.progress().total()).isEqualTo(ITEMS / 4);
        assertThat(reanalysis(talk).run(queued, () -> false, _ -> {}).orElseThrow().progress().processed()).isEqualTo(ITEMS / 4);
        assertRollupsAreExact();
    }

    @Test
    void oneThatIsCancelledWritesNothingMore() throws InterruptedException {
        ReanalysisJob job = started(small(true));
        assertThat(reanalysis(talk).run(job, () -> false, _ -> store.jobs().end(job.id(), Set.of(JobStatus.RUNNING), JobStatus.CANCELLED,
                Vader.NOW, null))).isEmpty();

        assertThat(store.jobs().find(job.id()).orElseThrow().status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(notScoredBy(talk)).isEqualTo(ITEMS - SMALL_BATCH);
        assertRollupsAreExact();
    }

    /** The property that the statistics rest on, after each transaction, while the same items are edited, deleted and restored. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rollupsAreExactThroughoutWhileOthersWrite(long seed) throws InterruptedException {
        ReentrantLock turn = new ReentrantLock(true);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger saved = new AtomicInteger();
        Thread collector = Thread.ofPlatform().start(() -> {
            Random random = new Random(seed);
            for (int i = 1; !over.get(); i++) {
                ScoredItem seen = Vader.seen(random.nextInt(ITEMS + 50),
                        random.nextBoolean() ? "It crashed again, awful" : "Great, Cursor!",
                        Vader.NOW.plusSeconds(i), random.nextInt(4) == 0);
                turn.lock();
                try {
                    store.items().save(Batch.of(List.of(seen)));
                    saved.incrementAndGet();
                } finally {
                    turn.unlock();
                }
            }
        });
        List<String> wrong = new ArrayList<>();
        reanalysis(talk).run(started(small(true)), () -> false, at -> {
            turn.lock();
            try {
                List<?> both = Vader.rollupsAndRecount(store);
                if (!both.getFirst().equals(both.getLast())) {
                    wrong.add(at.progress() + ": " + both);
                }
            } finally {
                turn.unlock();
            }
        });
        over.set(true);
        collector.join();

        assertThat(wrong).as("seed " + seed).isEmpty();
        assertThat(saved.get()).isPositive();
        assertRollupsAreExact();
    }

    private ReanalysisJob started(JobScope scope) {
        store.jobs().add(ReanalysisJob.manual("job-" + store.jobs().count(null), "test", scope, Reanalysis.estimate(store, scope),
                Vader.NOW), true);
        return store.jobs().take(Vader.NOW).orElseThrow();
    }

    private static JobScope small(boolean rescores) {
        return new JobScope(null, null, null, null, rescores, SMALL_BATCH);
    }

    /** With a rest after each batch, if ever so short, a transaction is a batch. */
    private Reanalysis reanalysis(ItemAnalyzer analyzer) {
        return new Reanalysis(store, () -> analyzer, (_, _) -> {}, new Pace(() -> false, Duration.ofNanos(1)), () -> Vader.NOW);
    }

    private long notScoredBy(ItemAnalyzer analyzer) {
        long left = 0;
        String cursor = null;
        do {
            var slice = store.items().walk(new Selection(Vader.EVER, null, null, null, analyzer.scorer()), 1000, cursor);
            left += slice.items().size();
            cursor = slice.next();
        } while (cursor != null);
        return left;
    }

    private void assertRollupsAreExact() {
        List<?> both = Vader.rollupsAndRecount(store);
        assertThat(both.getFirst()).isEqualTo(both.getLast());
    }
}
