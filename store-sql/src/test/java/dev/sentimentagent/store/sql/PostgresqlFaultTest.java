package dev.sentimentagent.store.sql;

import static dev.sentimentagent.store.sql.Fixtures.rollupsAreExact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.testsupport.TemporaryDisk;
import dev.sentimentagent.testsupport.TestPostgresql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a server and the way to it can do to a store that is in use. */
@Timeout(60)
class PostgresqlFaultTest {
    private static final RetryPolicy PATIENT = new RetryPolicy(8, Duration.ofMillis(50));
    private static final Query<Long> VERSION = new SelectDataVersion();
    private static final int BATCH = 50;

    private final TestPostgresql server = TestPostgresql.shared();

    @Test
    void connectionsThatAreCutInMidBatchCostNothing() throws Exception {
        PostgresqlUrl url = PostgresqlFixtures.newDatabase();
        Runnable cut = () -> server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + url.database() + "'");
        saveWhile(url, cut);
    }

    @Test
    void aServerThatCrashesAndRecoversInMidBatchCostsNothing() throws Exception {
        try (TestPostgresql own = TestPostgresql.start()) {
            PostgresqlUrl url = PostgresqlUrl.parse(own.newDatabase());
            saveWhile(url, () -> {
                // PostgreSQL takes all its processes down when one of them is killed, and recovers from its log.
                try (Connection connection = own.connect(url.text());
                        Statement statement = connection.createStatement();
                        ResultSet pid = statement.executeQuery("SELECT pg_backend_pid()")) {
                    pid.next();
                    ProcessHandle.of(pid.getLong(1)).orElseThrow().destroyForcibly();
                } catch (SQLException _) {
                    // It is down already.
                }
            });
        }
    }

    private static void saveWhile(PostgresqlUrl url, Runnable harm) throws Exception {
        try (Store store = PostgresqlFixtures.open(url, PATIENT); ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Cycle cycle = Cycle.starting(NinetyDays.START, 0);
            store.cycles().open(cycle);
            List<ScoredItem> items = new NinetyDays(4000, 7).next(4000);
            CountDownLatch begun = new CountDownLatch(5);
            Future<?> saving = threads.submit(() -> {
                for (int from = 0; from < items.size(); from += BATCH) {
                    List<ScoredItem> batch = items.subList(from, from + BATCH);
                    store.items()
                            .save(new Batch(batch, new Batch.Progress(cycle.id(), batch.getFirst().item().subreddit(), 0, List.of()), null,
                                    null));
                    begun.countDown();
                }
            });
            begun.await();
            harm.run();
            saving.get(50, TimeUnit.SECONDS);
            assertThat(items(store)).isEqualTo(items.size());
            assertThat(rollupsAreExact(store)).isTrue();
            Counts counts = store.cycles().recent(1).getFirst().counts();
            assertThat(counts.fetched()).as("no batch is counted twice").isEqualTo(items.size());
        }
    }

    @Test
    void aCommitWhoseAnswerIsLostIsNotDoneAgain() throws Exception {
        PostgresqlUrl direct = PostgresqlFixtures.newDatabase();
        int port = Integer.parseInt(direct.hosts().substring(direct.hosts().indexOf(':') + 1));
        try (CuttingProxy proxy = new CuttingProxy(port);
                Store store = PostgresqlFixtures.open(PostgresqlUrl.parse(direct.text().replace(":" + port, ":" + proxy.port())),
                        PATIENT)) {
            Cycle cycle = Cycle.starting(NinetyDays.START, 0);
            proxy.cutNextCommit();
            store.cycles().open(cycle);
            assertThat(proxy.cutsLeft()).isZero();
            long version = store.dataVersion();
            List<ScoredItem> items = new NinetyDays(BATCH, 7).next(BATCH);
            proxy.cutNextCommit();
            store.items()
                    .save(new Batch(items, new Batch.Progress(cycle.id(), items.getFirst().item().subreddit(), 0, List.of()), null, null));
            assertThat(proxy.cutsLeft()).isZero();
            assertThat(store.dataVersion()).isEqualTo(version + 1);
            assertThat(store.cycles().recent(1).getFirst().counts()).isEqualTo(new Counts(BATCH, BATCH, 0, 0, 0));
        }
    }

    @Test
    void aCallThatGetsNoConnectionSaysSoAndWritesAndLeasesGoOn() throws Exception {
        CountDownLatch held = new CountDownLatch(PostgresqlFixtures.SETTINGS.readers());
        CountDownLatch end = new CountDownLatch(1);
        PostgresqlDatabase database = PostgresqlDatabase.open(PostgresqlFixtures.newDatabase(), null, PostgresqlFixtures.SETTINGS);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (int i = 0; i < PostgresqlFixtures.SETTINGS.readers(); i++) {
                Future<Boolean> _ = threads.submit(() -> database.read(session -> {
                    held.countDown();
                    return held(end);
                }));
            }
            held.await();
            assertThatThrownBy(() -> database.read(VERSION)).isInstanceOfSatisfying(SQLException.class,
                    e -> assertThat(database.classify(e)).isEqualTo(Database.Failure.PASSING));
            assertThat(database.ping()).isZero();
            assertThat(database.write(DataVersion::next)).isEqualTo(1);
            end.countDown();
        } finally {
            end.countDown();
            database.close();
        }
    }

    @Test
    void aServerThatTakesNoWritesIsToldAtOnceAndReadOn() {
        PostgresqlUrl url = PostgresqlFixtures.newDatabase();
        try (Store store = PostgresqlFixtures.open(url, PATIENT)) {
            Fixtures.fill(store, 100, 100);
            String database = url.database();
            server.run("ALTER DATABASE " + database + " SET default_transaction_read_only = on");
            server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
            assertThatThrownBy(() -> store.cycles().open(Cycle.starting(NinetyDays.START, 0))).isInstanceOfSatisfying(StoreException.class,
                    e -> assertThat(e.isTransient()).isTrue()).hasMessageContaining("read-only");
            assertThat(store.rowCounts().get("rollup")).isPositive();
            server.run("ALTER DATABASE " + database + " RESET default_transaction_read_only");
            // A connection that was made before is given up when it fails.
            await().ignoreExceptions().untilAsserted(() -> store.cycles().open(Cycle.starting(NinetyDays.START, 0)));
        }
    }

    @Test
    void aFullDiskIsToldAtOnceReadOnAndNothingIsLostWhenThereIsRoomAgain(@TempDir Path folder) throws IOException {
        Optional<TemporaryDisk> mounted = TemporaryDisk.mount(folder.resolve("disk"), "64m");
        assumeThat(mounted).as("a tmpfs can be mounted here, which takes root").isPresent();
        String any = server.newDatabase();
        PostgresqlUrl url = PostgresqlUrl.parse(any.substring(0, any.lastIndexOf('/')) + "/small");
        try (TemporaryDisk disk = mounted.orElseThrow()) {
            server.run("CREATE TABLESPACE small LOCATION '" + disk.folder() + "'");
            server.run("CREATE DATABASE small TEMPLATE template0 ENCODING 'UTF8' TABLESPACE small");
            try (Store store = PostgresqlFixtures.open(url, PATIENT)) {
                Fixtures.fill(store, 100, 100);
                disk.fill();
                assertThatThrownBy(() -> Fixtures.fill(store, 4000, 500))
                        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isTransient()).isTrue())
                        .hasMessageContaining("No space left on device")
                        .message()
                        .doesNotContain("tries");
                assertThat(items(store)).isGreaterThanOrEqualTo(100);
                assertThat(rollupsAreExact(store)).as("whole batches, or nothing").isTrue();
                disk.makeRoom();
                Fixtures.fill(store, 4000, 500);
                assertThat(items(store)).isEqualTo(4000);
                assertThat(rollupsAreExact(store)).isTrue();
            } finally {
                server.run("DROP DATABASE small WITH (FORCE)");
                server.run("DROP TABLESPACE small");
            }
        }
    }

    @Test
    void aStatementThatTakesTooLongIsBrokenOffAndNotRepeated() throws SQLException {
        PostgresqlDatabase database = PostgresqlDatabase.open(PostgresqlFixtures.newDatabase(), null, PostgresqlFixtures.SETTINGS);
        try {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> database.read(session -> session.sql("SELECT count(*) FROM pg_sleep(30)").only(Row::number)))
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(database.classify(e)).isEqualTo(Database.Failure.LASTING));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            assertThat(database.read(VERSION)).isZero();
        } finally {
            database.close();
        }
    }

    @Test
    void whoStandsStillInATransactionIsThrownOutAndHoldsUpNobodyForLong() throws Exception {
        PostgresqlUrl url = PostgresqlFixtures.newDatabase();
        PostgresqlDatabase frozen = PostgresqlDatabase.open(url, null, PostgresqlFixtures.SETTINGS);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch wakes = new CountDownLatch(1);
        try (Store other = PostgresqlFixtures.open(url, PATIENT); ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Long> write = threads.submit(() -> frozen.write(session -> {
                long version = DataVersion.next(session);
                inside.countDown();
                return version + (held(wakes) ? 0 : 1);
            }));
            inside.await();
            Instant now = Instant.now();
            assertThat(other.leases().acquire("collect", "other", now, Duration.ofMinutes(1))).as("a lease waits for nobody").isPresent();
            assertThat(other.dataVersion()).isZero();
            other.cycles().open(Cycle.starting(now, 0));
            assertThat(other.dataVersion()).isEqualTo(1);
            wakes.countDown();
            assertThatThrownBy(write::get).cause().isInstanceOfSatisfying(SQLException.class,
                    e -> assertThat(frozen.classify(e)).isEqualTo(Database.Failure.PASSING));
            assertThat(other.dataVersion()).as("what it had written is gone").isEqualTo(1);
        } finally {
            wakes.countDown();
            frozen.close();
        }
    }

    @Test
    void twoProcessesThatWriteAtOnceKeepSumsAndVersionsInOrder() throws Exception {
        PostgresqlUrl url = PostgresqlFixtures.newDatabase();
        List<ScoredItem> items = new NinetyDays(2000, 7).next(2000);
        try (Store one = PostgresqlFixtures.open(url, RetryPolicy.NEVER);
                Store two = PostgresqlFixtures.open(url, RetryPolicy.NEVER);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> saving = new ArrayList<>();
            for (Store store : List.of(one, two)) {
                saving.add(threads.submit(() -> {
                    for (int from = 0; from < items.size(); from += BATCH) {
                        store.items().save(Batch.of(items.subList(from, from + BATCH)));
                    }
                }));
            }
            for (Future<?> each : saving) {
                each.get(50, TimeUnit.SECONDS);
            }
            assertThat(items(one)).isEqualTo(items.size());
            assertThat(rollupsAreExact(two)).isTrue();
            assertThat(one.dataVersion()).as("the second sighting of a batch changes nothing").isEqualTo(items.size() / BATCH);
        }
    }

    private static long items(Store store) {
        return store.items().count(Fixtures.EVER).values().stream().mapToLong(Long::longValue).sum();
    }

    private static boolean held(CountDownLatch latch) {
        try {
            return latch.await(50, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
