package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.FaultRule.Match;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.testsupport.TestPostgresql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three real processes on one PostgreSQL server: one collects, the others follow, and take over when it is frozen, killed or cut off; all serve on
 * when the schema is brought further than they know.
 */
class InstancesIT {
    private static final int INSTANCES = 3;
    private static final Duration REPLACED = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT.withRequestBudget(1_000_000),
            new GeneratedWorld(7, 1), TimeSource.system());
    private final String url = TestPostgresql.shared().newDatabase();
    private final Map<ServeProcess, Relay> networks = new HashMap<>();

    @AfterEach
    void endAll() {
        networks.forEach((instance, network) -> {
            instance.close();
            network.close();
        });
        standIn.close();
    }

    @Test
    void oneCollectsAndIsReplaced() throws IOException {
        List<ServeProcess> instances = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            instances.add(start());
        }
        instances.forEach(ServeProcess::awaitListening);
        ServeProcess first = Instances.collector(instances);
        first.awaitOut("] completed in");
        for (ServeProcess each : instances) {
            await().untilAsserted(() -> assertThat(Instances.version(each)).isEqualTo(Instances.version(first)).isPositive());
            assertThat(each.get("/api/v1/sentiment/stats?hours=2160").body()).contains("\"total\"").doesNotContain("\"total\":0,");
        }

        ServeProcess second = frozen(first, others(instances, first));
        second.signal("KILL");
        instances.remove(second);
        ServeProcess third = replaced(instances);

        networks.get(third).sever();
        ServeProcess fourth = replaced(others(instances, third));
        networks.get(third).mend();
        await().untilAsserted(() -> assertThat(Instances.role(third)).isEqualTo("standby"));
        assertThat(third.out()).contains("this instance collects no longer");

        long before = Instances.completed(fourth);
        fourth.startCycle();
        await().untilAsserted(() -> assertThat(Instances.completed(fourth)).isGreaterThan(before));
        superseded(instances);
        instances.forEach(each -> each.signal("TERM"));
        assertThat(instances).extracting(ServeProcess::exitCode).containsOnly(0);
        change("DELETE FROM flyway_schema_history WHERE version = '99'");
        assertStoreIsWhole();
    }

    /** Frozen in the middle of a cycle, and awake again when another collects: what it then writes is refused. */
    private ServeProcess frozen(ServeProcess collector, List<ServeProcess> others) {
        standIn.faults().add(FaultRule.untilCleared(Match.subreddit("claude"), new Fault.Hang()));
        collector.startCycle();
        await().until(() -> standIn.faults().active().getFirst().struck() > 0);
        collector.signal("STOP");
        standIn.faults().clear();
        ServeProcess next = replaced(others);
        next.awaitOut("] completed in");
        collector.signal("CONT");
        collector.awaitOut("this instance collects no longer");
        collector.awaitOut("the lease collector is no longer held by");
        await().untilAsserted(() -> assertThat(Instances.role(collector)).isEqualTo("standby"));
        assertThat(Instances.role(next)).isEqualTo("collector");
        return next;
    }

    /** One of a later version has brought the schema further: those of this one let go of what only one may do, and serve on. */
    private void superseded(List<ServeProcess> instances) {
        change("INSERT INTO flyway_schema_history SELECT 99, '99', 'more', type, script, checksum, installed_by, installed_on,"
                + " execution_time, success FROM flyway_schema_history WHERE version = '1'");
        for (ServeProcess each : instances) {
            each.awaitOut("has brought the store to schema 99");
            await().untilAsserted(() -> assertThat(Instances.role(each)).isEqualTo("standby"));
            assertThat(each.get("/api/v1/sentiment/stats?hours=2160").statusCode()).isEqualTo(200);
            assertThat(each.get("/health/ready").statusCode()).isEqualTo(200);
        }
        try (Store store = Instances.open(url)) {
            assertThat(store.leases().find("collector")).as("free for the later one").isEmpty();
        }
    }

    private void change(String sql) {
        try (Connection connection = TestPostgresql.shared().connect(url); Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static ServeProcess replaced(List<ServeProcess> others) {
        long lost = System.nanoTime();
        ServeProcess next = Instances.collector(others);
        assertThat(Duration.ofNanos(System.nanoTime() - lost)).isLessThan(REPLACED);
        return next;
    }

    private static List<ServeProcess> others(List<ServeProcess> instances, ServeProcess one) {
        return instances.stream().filter(each -> each != one).toList();
    }

    private ServeProcess start() throws IOException {
        Relay network = new Relay(url);
        Map<String, String> settings = new HashMap<>(ServeProcess.collecting(standIn, "Cursor,aws,claude"));
        settings.put("STORE_URL", network.storeUrl());
        settings.put("COLLECTOR_LEASE_SECONDS", "2");
        ServeProcess instance = ServeProcess.serve(folder, settings);
        networks.put(instance, network);
        return instance;
    }

    private void assertStoreIsWhole() {
        try (Store store = Instances.open(url)) {
            Instances.assertRollupsAreExact(store);
            List<Cycle> cycles = store.cycles().recent(100);
            assertThat(cycles).noneMatch(cycle -> cycle.status() == CycleStatus.RUNNING);
            assertThat(cycles).filteredOn(cycle -> cycle.status() == CycleStatus.INTERRUPTED).as("what the frozen one had begun")
                    .isNotEmpty();
            assertThat(store.leases().acquire("collector", "test", Instant.now(), Duration.ofSeconds(1))).as("released").isPresent();
        }
    }
}
