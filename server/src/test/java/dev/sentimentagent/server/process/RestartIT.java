package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code start.sh} takes the place of whoever uses its data, gracefully, and of nobody else. */
@TestMethodOrder(OrderAnnotation.class)
class RestartIT {
    private static final int RESTARTS = 20;
    private static final int IN_USE = 3;
    /** A little more than the patience of {@code --replace}. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(50);
    private static final String SUBREDDITS = "Cursor,claude";
    private static final double SPEED = 600;
    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");

    @TempDir
    private static Path stoppedHome;
    @TempDir
    private static Path unknownHome;
    @TempDir
    private Path home;

    private static ServeProcess stopped;
    private static ServeProcess waitsForStopped;
    private static ServeProcess unknown;
    private static ServeProcess waitsForUnknown;
    private static Process innocent;

    /** Those that wait long do so while the others run. */
    @BeforeAll
    static void beginWaiting() throws IOException {
        Program program = Program.in(stoppedHome);
        stopped = program.startScript(Map.of()).awaitListening();
        stopped.signal("STOP");
        waitsForStopped = program.startScript(Map.of());

        unknown = ServeProcess.serve(unknownHome, Map.of()).awaitListening();
        innocent = new ProcessBuilder("sleep", "600").start();
        Files.writeString(lockFile(unknownHome), Long.toString(innocent.pid()));
        waitsForUnknown = ServeProcess.serve(unknownHome, Map.of(), "--replace");
    }

    @AfterAll
    static void endAll() {
        waitsForStopped.close();
        stopped.close();
        waitsForUnknown.close();
        unknown.close();
        innocent.destroyForcibly();
    }

    @Test
    @Order(1)
    void restartsInARowLeaveNothingBehind() throws IOException, SQLException {
        Instant anchor = Instant.now();
        GeneratedWorld world = new GeneratedWorld(7, 1);
        try (RedditStandIn standIn = RedditStandIn
                .start(StandInSettings.DEFAULT.withRequestBudget(1_000_000), world, TimeSource.scaled(START, anchor, SPEED))) {
            Map<String, String> settings = new HashMap<>(ServeProcess.collecting(standIn, SUBREDDITS));
            settings.put("CLOCK", START + "@" + anchor + "*" + SPEED);
            Program program = Program.in(home);
            ServeProcess running = program.startScript(settings).awaitListening();
            for (int restart = 0; restart < RESTARTS; restart++) {
                ServeProcess next = program.startScript(settings);
                assertThat(running.exitCode()).as(running.err()).isZero();
                next.awaitListening();
                assertThat(next.err()).startsWith("Stopping process " + running.pid() + ", which uses ");
                running = next;
            }
            running.awaitOut(" completed in ");
            running.signal("TERM");
            assertThat(running.exitCode()).isZero();
        }
        assertThat(ProcessHandle.allProcesses().filter(process -> usesLock(process, home))).isEmpty();
        CompletedHistory.of(home.resolve("data/sentimentagent.db"), world, SUBREDDITS, START).assertWhole();
    }

    /** To be told to stop for the second time means to end at once, which none may be that still collects. */
    @Test
    @Order(1)
    void severalStartedAtOnceReplaceEachOtherGracefully() {
        List<ServeProcess> started = new ArrayList<>(List.of(ServeProcess.serve(home, Map.of()).awaitListening()));
        try {
            for (int i = 0; i < 4; i++) {
                started.add(ServeProcess.serve(home, Map.of(), "--replace"));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> started.stream().filter(ServeProcess::alive).count() == 1);
            started.stream()
                    .filter(service -> !service.alive())
                    .forEach(service -> assertThat(service.exitCode()).as(service.err()).isZero());
        } finally {
            started.forEach(ServeProcess::close);
        }
    }

    @Test
    @Order(1)
    void aProcessIdLeftBehindIsNotBelieved() throws IOException {
        Files.createDirectory(home.resolve("data"));
        Files.writeString(lockFile(home), Long.toString(innocent.pid()));
        try (ServeProcess service = ServeProcess.serve(home, Map.of(), "--replace").awaitListening()) {
            assertThat(service.err()).isEmpty();
            assertThat(lockFile(home)).hasContent(service.pid() + " SERVICE");
        }
        assertThat(innocent.isAlive()).isTrue();
    }

    @Test
    @Order(1)
    void nonsenseInTheLockFileIsOverwritten() throws IOException {
        Files.createDirectory(home.resolve("data"));
        Files.writeString(lockFile(home), "99999999999999999999");
        try (ServeProcess service = ServeProcess.serve(home, Map.of(), "--replace").awaitListening()) {
            assertThat(lockFile(home)).hasContent(service.pid() + " SERVICE");
        }
    }

    @Test
    @Order(2)
    void aPredecessorThatDoesNotStopIsGivenUp() {
        assertThat(waitsForStopped.exitCode(GIVEN_UP)).isEqualTo(IN_USE);
        assertThat(waitsForStopped.err().lines()).hasSize(2)
                .last()
                .asString()
                .contains(" is in use by process " + stopped.pid() + ", which has not let go of it within 40 s: end it with kill -9");
        // It was asked once only, so that it still stops in good order when it can.
        stopped.signal("CONT");
        assertThat(stopped.exitCode()).isZero();
    }

    @Test
    @Order(2)
    void aProcessThatDoesNotUseTheDataIsNeverStopped() {
        assertThat(waitsForUnknown.exitCode(GIVEN_UP)).isEqualTo(IN_USE);
        assertThat(waitsForUnknown.err().lines()).singleElement().asString()
                .contains(" is in use by another process, which has not let go");
        assertThat(innocent.isAlive()).isTrue();
        assertThat(unknown.get("/health").statusCode()).isEqualTo(200);
    }

    private static Path lockFile(Path home) {
        return home.resolve("data/sentimentagent.db.lock");
    }

    private static boolean usesLock(ProcessHandle process, Path home) {
        return process.info().commandLine().filter(command -> command.contains("-Dsentimentagent.home=" + home)).isPresent();
    }
}
