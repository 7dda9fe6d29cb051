package dev.sentimentagent.server.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.reddit.Fetch;
import dev.sentimentagent.reddit.RedditClient;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.store.sql.SqliteStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cycles one by one, on the test's thread. */
class CollectionLoopTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");

    private final ManualTime time = new ManualTime(NOW);
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicInteger ended = new AtomicInteger();
    private Store store;
    private CollectionLoop loop;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("t.db"), RetryPolicy.NEVER, time, RandomGenerator.getDefault());
        ItemAnalyzer analyzer = ItemAnalyzer.of(SentimentMethod.VADER, ToolCatalogue.standard());
        Schedule schedule = new Schedule(List.of("Cursor"), Duration.ofSeconds(5), Duration.ofMinutes(30));
        loop = new CollectionLoop(schedule, new ThreePosts(), faulty(Store.class, store), () -> analyzer, (_, _) -> {}, time, () -> 0,
                ended::incrementAndGet);
    }

    @AfterEach
    void close() {
        loop.close();
        store.close();
    }

    @Test
    void aCycleThatWasClosedCountsAsItEndedWhateverTheStoreDoesThen() {
        assertThat(loop.trigger()).isPresent();
        assertThat(loop.job().tick()).isTrue();

        assertThat(failing).as("since the cycle was closed").isTrue();
        assertThat(loop.totals().ended(CycleStatus.COMPLETED)).isEqualTo(1);
        assertThat(loop.totals().failed()).isZero();
        assertThat(loop.job().failures()).isZero();
        assertThat(ended).hasValue(1);
        Cycle cycle = store.cycles().recent(1).getFirst();
        assertThat(cycle.status()).isEqualTo(CycleStatus.COMPLETED);
        assertThat(cycle.counts()).isEqualTo(new Counts(3, 3, 0, 0, 0));
    }

    @Test
    void aCycleThatCannotBeRecordedFailsAndTheNextOneMakesUpForIt() {
        failing.set(true);
        assertThat(loop.trigger()).isPresent();
        assertThat(loop.job().tick()).isTrue();
        assertThat(loop.totals().failed()).isEqualTo(1);
        assertThat(loop.job().failures()).isEqualTo(1);
        assertThat(ended).hasValue(0);

        failing.set(false);
        assertThat(loop.trigger()).as("no cycle runs").isPresent();
        assertThat(loop.job().tick()).isTrue();
        assertThat(loop.totals().succeeded()).isEqualTo(1);
        assertThat(store.cycles().recent(10)).hasSize(1);
    }

    @Test
    void oneCycleAtATime() {
        assertThat(loop.nextStart()).contains(NOW.plusSeconds(5));
        assertThat(loop.trigger()).contains(Cycle.idOf(NOW));
        assertThat(loop.trigger()).isEmpty();
        assertThat(loop.nextStart()).isEmpty();
        assertThat(loop.job().tick()).isTrue();
        assertThat(loop.nextStart()).as("what was asked for puts nothing off").contains(NOW.plusSeconds(5));
        assertThat(loop.job().tick()).isFalse();

        assertThat(loop.trigger()).as("an id of its own, in the same second").contains(Cycle.idOf(NOW.plusSeconds(1)));
        loop.stop();
        assertThat(loop.trigger()).isEmpty();
        assertThat(loop.job().tick()).isFalse();
    }

    @Test
    void theRecordOfACycleAddsUpToItsOutcome() {
        ItemAnalyzer analyzer = ItemAnalyzer.of(SentimentMethod.VADER, ToolCatalogue.standard());
        CycleRunner runner = new CycleRunner(() -> List.of("Cursor"), new ThreePosts(), store, () -> analyzer, (_, _) -> {}, time,
                new StopSignal(),
                () -> 0);
        assertThat(runner.run(NOW)).isEqualTo(new CycleOutcome(CycleStatus.COMPLETED, new Counts(3, 3, 0, 0, 0), 0, Optional.empty()));
        time.advance(Duration.ofMinutes(30));
        CycleOutcome second = runner.run(time.instant());

        assertThat(second).isEqualTo(new CycleOutcome(CycleStatus.COMPLETED, new Counts(3, 0, 0, 3, 0), 0, Optional.empty()));
        assertThat(store.cycles().recent(1).getFirst().counts()).isEqualTo(second.counts());
    }

    /** A store that takes the end of a cycle, and nothing after it. */
    private <T> T faulty(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, args) -> {
            Class<?> returned = method.getReturnType();
            try {
                if (returned.isInterface() && returned.getPackage().equals(Store.class.getPackage())) {
                    return faulty(returned, method.invoke(target, args));
                }
                if (failing.get()) {
                    throw new StoreException("the disk is on fire", false, null);
                }
                Object answer = method.invoke(target, args);
                failing.set(method.getName().equals("close"));
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    /** A subreddit of three posts, and of no comments. */
    private static final class ThreePosts implements RedditClient {
        @Override
        public Fetch listing(String subreddit, Listing listing, @Nullable String after) {
            return switch (listing) {
                case NEW -> new Fetch.Page(List.of(post("c", 1), post("b", 2), post("a", 3)), List.of(), null);
                case COMMENTS -> new Fetch.Page(List.of(), List.of(), null);
            };
        }

        @Override
        public Fetch info(List<String> fullnames) {
            return new Fetch.Page(List.of(), List.of(), null);
        }

        @Override
        public long requests() {
            return 0;
        }

        @Override
        public Duration waited() {
            return Duration.ZERO;
        }

        @Override
        public void close() {}

        private static Post post(String id, int hoursOld) {
            return new Post(id, "Cursor", "ann", "Title", "Body", "https://example.org/", "/r/Cursor/comments/" + id + "/",
                    NOW.minus(Duration.ofHours(hoursOld)), NOW, 1, 0, null, false);
        }
    }
}
