package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was committed stays; what is closed is closed; many may call at once. */
abstract class DurabilityContract extends Contract {
    private static final int BATCHES = 60;
    private static final int BATCH = 20;

    DurabilityContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void everythingIsThereAfterReopening() {
        Cycle cycle = Cycle.starting(T0, 5);
        store.cycles().open(cycle);
        Coverage coverage = new Coverage("Cursor", Listing.NEW, T0, T0.plusSeconds(9), T0.plusSeconds(8));
        Gap gap = new Gap("Cursor", Listing.COMMENTS, T0, T0.plusSeconds(5), Reason.LISTING_CAP, cycle.id(), T0);
        BatchResult result = store.items()
                .save(new Batch(List.of(Sample.post("p1").scored(), Sample.comment("c1", "p1").deleted().scored()),
                        new Batch.Progress(cycle.id(), "Cursor", 1, List.of()), coverage, gap));
        Topic topic = new Topic("t", List.of("p1"), "theme", List.of("word"), 1.5, Tally.ZERO, T0, T0);
        store.topics().replace(List.of(topic));
        List<Cycle> cycles = store.cycles().recent(5);
        long version = store.dataVersion();
        reopen();

        assertThat(store.dataVersion()).isEqualTo(version).isGreaterThan(result.dataVersion());
        assertThat(found("t3_p1")).isEqualTo(Sample.post("p1").scored());
        assertThat(found("t1_c1").item().deleted()).isTrue();
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(Rollups.of(result.rollups()));
        assertThat(store.cycles().recent(5)).isEqualTo(cycles).hasSize(1);
        assertThat(store.cycles().coverages()).containsExactly(coverage);
        assertThat(store.cycles().gaps(EVER)).containsExactly(gap);
        assertThat(store.topics().topics(5)).containsExactly(topic);
    }

    @Test
    void theVersionGrowsOnAfterReopening() {
        long before = save(Sample.post("p1")).dataVersion();
        reopen();

        assertThat(save(Sample.post("p2")).dataVersion()).isGreaterThan(before);
    }

    static Stream<Consumer<Store>> calls() {
        return Stream.of(store -> store.items().save(Batch.of(List.of())), store -> store.items().subreddits(),
                store -> store.statistics().rollups(EVER).list(), store -> store.cycles().recent(1), store -> store.topics().topics(1),
                Store::dataVersion, Store::ping);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aClosedStoreAnswersNothing(Consumer<Store> call) {
        store.close();

        assertThatThrownBy(() -> call.accept(store)).isInstanceOf(StoreException.class).hasMessageContaining("closed");
    }

    @Test
    void closingTwiceIsClosingOnce() {
        store.close();
        store.close();
    }

    @Test
    void readersSeeWholeBatchesWhileOthersWrite() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            List<Future<Void>> writers = List.of(threads.submit(writer("a")), threads.submit(writer("b")));
            List<Future<Void>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(threads.submit(reader(writing)));
            }
            for (Future<Void> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            writing.set(false);
            for (Future<Void> reader : readers) {
                reader.get(60, TimeUnit.SECONDS);
            }
        }

        assertThat(tally(Dimension.SUBREDDIT, null, EVER).total()).isEqualTo(2L * BATCHES * BATCH);
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(Rollups.of(store.statistics().recount(EVER)));
    }

    private Callable<Void> writer(String name) {
        return () -> {
            for (int batch = 0; batch < BATCHES; batch++) {
                String prefix = name + batch + "x";
                Sample[] comments = new Sample[BATCH];
                Arrays.setAll(comments, i -> Sample.comment(prefix + i, "p" + name));
                assertThat(save(comments).stored()).isEqualTo(BATCH);
            }
            return null;
        };
    }

    private Callable<Void> reader(AtomicBoolean writing) {
        return () -> {
            long last = 0;
            while (writing.get()) {
                long counted = tally(Dimension.SUBREDDIT, null, EVER).total();
                long rolledUp = total(store.statistics().rollups(EVER).list());
                assertThat(counted % BATCH).isZero();
                assertThat(rolledUp % BATCH).isZero();
                assertThat(rolledUp).isGreaterThanOrEqualTo(counted);
                assertThat(counted).isGreaterThanOrEqualTo(last);
                last = rolledUp;
                store.ping();
            }
            return null;
        };
    }

    private static long total(List<Rollup> rollups) {
        return rollups.stream()
                .filter(rollup -> rollup.key().dimension() == Dimension.SUBREDDIT)
                .mapToLong(rollup -> rollup.tally().total())
                .sum();
    }
}
