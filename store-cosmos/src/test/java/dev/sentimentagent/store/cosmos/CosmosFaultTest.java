package dev.sentimentagent.store.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.azure.cosmos.models.CosmosContainerProperties;
import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of writes that break off, of writers that hang, and of a database that is short of request units. */
class CosmosFaultTest {
    private static final Instant T0 = Instant.parse("2026-03-02T10:00:00Z");
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    private static final int TOO_MANY = 429;
    private static final int REFUSED = 403;

    private final CosmosAddress address = Fixtures.newDatabase();

    @AfterEach
    void noFault() {
        MendingProxy.meetWith((_, _, _) -> 0);
    }

    /** Comments of two days, more than one transaction takes. */
    private static Batch batch(String prefix, int items) {
        return Batch.of(IntStream.range(0, items).mapToObj(i -> comment(prefix + i, T0.plus(Duration.ofHours(i % 2 * 24L)))).toList());
    }

    private static ScoredItem comment(String id, Instant created) {
        Comment comment = new Comment(id, "Cursor", "bob", "p1", "t3_p1", "Words of " + id, "/r/Cursor/" + id, created,
                created.plusSeconds(60), 1,
                null, false);
        return new ScoredItem(comment, new Score(Sentiment.POSITIVE, 0.5, 0.5, 0, 0.5, 1, "TEST", "1"), Set.of("cursor"));
    }

    private static void assertSumsAreRight(Store store, long items) {
        List<Rollup> rollups = store.statistics().rollups(EVER).list();
        assertThat(rollups).containsExactlyInAnyOrderElementsOf(store.statistics().recount(EVER));
        assertThat(rollups.stream().mapToLong(rollup -> rollup.tally().total()).sum()).isEqualTo(3 * items);
        assertThat(store.rowCounts()).containsEntry("comment", items).containsEntry("rollup", (long) rollups.size());
    }

    @Test
    void aWriteThatBreaksOffLeavesWholeTransactionsAndIsWrittenAgain() {
        Store store = Fixtures.open(address);
        AtomicInteger batches = new AtomicInteger();
        MendingProxy.meetWith((method, _,
                body) -> method.equals("POST") && body.contains("operationType") && batches.incrementAndGet() == 2 ? REFUSED : 0);

        assertThatThrownBy(() -> store.items().save(batch("a", 300))).isInstanceOf(StoreException.class).hasMessageContaining("403");
        long some = store.items().count(EVER).values().stream().mapToLong(Long::longValue).sum();
        assertThat(some).isBetween(1L, 299L);
        assertThat(store.statistics().rollups(EVER).list()).containsExactlyInAnyOrderElementsOf(store.statistics().recount(EVER));

        assertThat(store.items().save(batch("a", 300)).stored()).isEqualTo(300 - some);
        assertSumsAreRight(store, 300);
    }

    @Test
    void aWriterThatHangsIsReplacedAndCanWriteNoMore() throws Exception {
        Store hanging = Fixtures.open(address);
        Store other = Fixtures.open(address);
        hanging.items().save(batch("before", 10));
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        MendingProxy.meetWith((_, _, body) -> {
            if (body.contains("operationType") && body.contains("late0")) {
                reached.countDown();
                await(go);
            }
            return 0;
        });
        CompletableFuture<Object> late = CompletableFuture.supplyAsync(() -> hanging.items().save(batch("late", 10)));
        assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();

        assertThat(other.items().save(batch("after", 10)).stored()).as("after two seconds of silence").isEqualTo(10);
        go.countDown();
        assertThatThrownBy(() -> late.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(StoreException.class);
        assertSumsAreRight(other, 20);
        assertThat(hanging.items().save(batch("late", 10)).stored()).as("the next write is a new one").isEqualTo(10);
        assertSumsAreRight(other, 30);
    }

    @Test
    void aReadThatIsInterruptedSaysSo() throws Exception {
        Store store = Fixtures.open(address);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        MendingProxy.meetWith((_, _, body) -> {
            if (body.contains("SELECT")) {
                reached.countDown();
                await(go);
            }
            return 0;
        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().start(() -> thrown.set(catchThrowable(() -> store.items().count(EVER))));
        assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
        reader.interrupt();
        reader.join();
        go.countDown();
        assertThat(thrown.get()).isInstanceOf(StoreException.class).hasMessageContaining("interrupted");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void writersOfTwoProcessesTakeTurns() {
        Store one = Fixtures.open(address, new RetryPolicy(3, Duration.ofMillis(10)));
        Store two = Fixtures.open(address, new RetryPolicy(3, Duration.ofMillis(10)));
        CompletableFuture<Void> first = CompletableFuture
                .runAsync(() -> IntStream.range(0, 10).forEach(i -> one.items().save(batch("a" + i + "x", 20))));
        IntStream.range(0, 10).forEach(i -> two.items().save(batch("b" + i + "x", 20)));
        first.join();

        assertThat(one.dataVersion()).isEqualTo(20);
        assertSumsAreRight(two, 400);
    }

    @Test
    void theClientWaitsWhereThereAreTooManyRequestsAndOneFailureIsOneTry() {
        Store store = Fixtures.open(address, new RetryPolicy(3, Duration.ofMillis(1)));
        AtomicInteger refusals = new AtomicInteger();
        MendingProxy.meetWith(
                (method, path, _) -> method.equals("GET") && path.endsWith("/docs/head") && refusals.incrementAndGet() <= 2 ? TOO_MANY : 0);
        assertThat(store.dataVersion()).as("after two refusals").isZero();
        assertThat(refusals.get()).isEqualTo(3);

        refusals.set(-100);
        assertThatThrownBy(store::dataVersion).isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isTransient()).isTrue())
                .hasMessageContaining("429").hasMessageNotContaining("\n");
        assertThat(refusals.get() + 100).as("the client's tries, not three times as many").isBetween(2, 12);
    }

    @Test
    void callsTellWhatTheyCost() {
        Store store = Fixtures.open(address);
        store.items().save(batch("a", 5));

        assertThat(store.charges()).containsKeys("open", "save");
        assertThat(store.charges().get("save")).isGreaterThan(3);
    }

    @Test
    void aContainerWithoutItsIndexesIsRefusedInOneLine() {
        Fixtures.client().createDatabaseIfNotExists(address.database());
        Fixtures.client().getDatabase(address.database()).createContainerIfNotExists(new CosmosContainerProperties("items", "/pk"));

        assertThatThrownBy(() -> Fixtures.open(address)).isInstanceOf(StoreException.class).hasMessageContaining("container items lacks")
                .hasMessageContaining("deployment/cosmosdb/items-indexing.json").hasMessageNotContaining("\n");
    }

    @Test
    void aDatabaseThatIsOnlyLookedAtIsNotMade() {
        assertThatThrownBy(() -> CosmosOpening.open(Fixtures.client(), address, false, RetryPolicy.NEVER,
                TimeSource.system(), new Random(1), () -> {})).isInstanceOf(StoreException.class)
                .hasMessageContaining("items");
    }
}
