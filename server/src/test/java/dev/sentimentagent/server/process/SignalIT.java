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
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signal stops the service in good order: nothing in flight is cut off, nothing is left open. */
class SignalIT {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    private final RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), TimeSource.system());

    @AfterEach
    void closeStandIn() {
        standIn.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    void beforeTheFirstCycleItStopsAtOnce(String signal) {
        try (ServeProcess service = serve(Map.of()).awaitListening()) {
            service.signal(signal);
            assertThat(service.exitCode(SOON)).isZero();
            assertThat(service.out()).contains("stopping", "stopped");
            assertThat(service.err()).isEmpty();
        }
        assertThat(cycles()).isEmpty();
        assertThat(home.resolve("test.db-wal")).as("the log, after a clean close").doesNotExist();
    }

    @Test
    void aRedditThatHangsHoldsNothingUp() {
        standIn.faults().add(FaultRule.untilCleared(Match.path("/r/"), new Fault.Hang()));
        try (ServeProcess service = serve(Map.of()).awaitListening()) {
            service.startCycle();
            await().until(() -> standIn.faults().active().getFirst().struck() > 0);
            service.signal("TERM");
            assertThat(service.exitCode(SOON)).isZero();
        }
        assertThat(cycles()).singleElement().satisfies(cycle -> {
            assertThat(cycle.status()).isEqualTo(CycleStatus.INTERRUPTED);
            assertThat(cycle.endedAt()).isNotNull();
        });
    }

    @Test
    void theRunningBatchAndTheRequestInFlightFinish() throws IOException, SQLException {
        long before;
        try (ServeProcess service = serve(Map.of("SUBREDDITS", "Cursor,claude")).awaitListening()) {
            service.startCycle();
            // A token and ten pages of posts; thirty pages are still to come.
            await().until(() -> standIn.requests() > 12);
            try (SlowReader reader = new SlowReader(service.uri("/api/v1/posts/recent?limit=1000&hours=2160"))) {
                assertThat(reader.sip()).isTrue();
                Connection lock = Databases.lock(database());
                service.awaitOut("Store call SaveBatch failed");
                before = Databases.items(lock);
                service.signal("TERM");
                service.awaitOut("stopping");
                // Only now does the client read on, and the store give way.
                assertThat(reader.bytes()).isLessThan(10_000);
                lock.close();
                while (reader.sip()) {
                    assertThat(reader.bytes()).isPositive();
                }
                assertThat(reader.answer()).startsWith("HTTP/1.1 200 OK").endsWith("}]");
                assertThat(reader.bytes()).isGreaterThan(300_000);
            }
            assertThat(service.exitCode(STOP_LIMIT)).isZero();
            assertThat(service.out()).as("what nobody waits for")
                    .satisfies(out -> assertThat(out.substring(out.indexOf(" stopping"))).doesNotContain("trending topics computed"));
        }
        assertThat(cycles()).extracting(Cycle::status).containsExactly(CycleStatus.INTERRUPTED);
        try (Connection connection = Databases.connect(database())) {
            assertThat(Databases.items(connection)).as("items, the running batch included").isGreaterThan(before);
        }
    }

    @Test
    void aSecondSignalStopsItAtOnce() throws SQLException {
        try (ServeProcess service = serve(Map.of("DB_RETRY_BASE_DELAY", "60")).awaitListening();
                Connection _ = Databases.lock(database())) {
            service.startCycle();
            service.awaitOut("Store call CloseInterruptedCycles failed");
            service.signal("TERM");
            service.awaitOut("stopping");
            service.signal("TERM");
            assertThat(service.exitCode(Duration.ofSeconds(8))).as("long before the wait for the collection ends").isEqualTo(130);
        }
    }

    private ServeProcess serve(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(ServeProcess.collecting(standIn, "Cursor"));
        settings.put("STORE_URL", "sqlite:test.db");
        settings.putAll(more);
        return ServeProcess.serve(home, settings);
    }

    private Path database() {
        return home.resolve("test.db");
    }

    private List<Cycle> cycles() {
        try (Store store = Databases.open(database())) {
            return store.cycles().recent(10);
        }
    }
}
