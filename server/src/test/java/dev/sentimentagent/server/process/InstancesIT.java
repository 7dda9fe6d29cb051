package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.FaultRule.Match;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.store.sql.PostgresqlStore;
import dev.sentimentagent.store.sql.PostgresqlUrl;
import dev.sentimentagent.testsupport.TestPostgresql;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real processes on one PostgreSQL server: one collects, the other takes over. */
class InstancesIT {
    private static final Pattern VERSION = Pattern.compile("(?m)^sentimentagent_data_version (\\S+)");
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void oneCollectsTheOtherFollowsAndTakesOver() throws Exception {
        String url = TestPostgresql.shared().newDatabase();
        try (RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT.withRequestBudget(1_000_000), new GeneratedWorld(7, 1),
                TimeSource.system())) {
            Map<String, String> settings = new HashMap<>(ServeProcess.collecting(standIn, "Cursor,aws,claude"));
            settings.put("STORE_URL", url);
            settings.put("COLLECTOR_LEASE_SECONDS", "2");
            try (ServeProcess one = ServeProcess.serve(folder, settings);
                    ServeProcess two = ServeProcess.serve(folder, settings)) {
                one.awaitListening();
                two.awaitListening();
                ServeProcess first = collector(one, two);
                ServeProcess second = first == one ? two : one;
                first.awaitOut("] completed in");
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertThat(version(second)).isEqualTo(version(first)).isPositive());
                assertThat(second.get("/api/v1/sentiment/stats?hours=2160").body()).contains("\"total\"").doesNotContain("\"total\":0,");

                standIn.faults().add(FaultRule.untilCleared(Match.subreddit("claude"), new Fault.Hang()));
                first.startCycle();
                await().until(() -> standIn.faults().active().getFirst().struck() > 0);
                first.signal("STOP");
                standIn.faults().clear();
                second.awaitOut("this instance collects from now on");
                second.awaitOut("] completed in");
                first.signal("CONT");
                first.awaitOut("this instance collects no longer");
                first.awaitOut("the lease collector is no longer held by");
                await().untilAsserted(() -> assertThat(role(first)).isEqualTo("standby"));
                assertThat(role(second)).isEqualTo("collector");

                second.signal("KILL");
                long killed = System.nanoTime();
                await().untilAsserted(() -> assertThat(role(first)).isEqualTo("collector"));
                assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(60));
                first.startCycle();
                await().untilAsserted(() -> assertThat(completed(first)).isGreaterThanOrEqualTo(2));
                first.signal("TERM");
                assertThat(first.exitCode()).isZero();
            }
        }
        try (Store store = PostgresqlStore.open(PostgresqlUrl.parse(url), null, RetryPolicy.NEVER, TimeSource.system(), new Random(1))) {
            assertThat(new HashSet<>(store.statistics().recount(EVER))).isEqualTo(new HashSet<>(store.statistics().rollups(EVER).list()));
            List<Cycle> cycles = store.cycles().recent(100);
            assertThat(cycles).noneMatch(cycle -> cycle.status() == CycleStatus.RUNNING);
            assertThat(cycles).filteredOn(cycle -> cycle.status() == CycleStatus.INTERRUPTED).as("what the frozen one had begun")
                    .isNotEmpty();
            assertThat(store.leases().acquire("collector", "test", Instant.now(), Duration.ofSeconds(1))).as("released").isPresent();
        }
    }

    private static ServeProcess collector(ServeProcess... instances) {
        await().untilAsserted(
                () -> assertThat(Stream.of(instances).map(InstancesIT::role)).containsExactlyInAnyOrder("collector", "standby"));
        return Stream.of(instances).filter(each -> role(each).equals("collector")).findFirst().orElseThrow();
    }

    private static String role(ServeProcess instance) {
        String body = instance.get("/health").body();
        return body.replaceAll("(?s).*\"role\":\"(\\w+)\".*", "$1");
    }

    private static long completed(ServeProcess instance) {
        return Pattern.compile("\\] completed in").matcher(instance.out()).results().count();
    }

    private static double version(ServeProcess instance) {
        return VERSION.matcher(instance.get("/metrics").body()).results().mapToDouble(found -> Double.parseDouble(found.group(1))).sum();
    }
}
