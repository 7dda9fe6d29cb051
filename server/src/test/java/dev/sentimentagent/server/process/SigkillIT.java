package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed ({@code SIGKILL}) at random moments of a cycle, again and again; after one clean cycle the store holds what
 * Reddit showed, once. {@code -Dkills=100} for more than the default.
 *
 * <p>The service's clock runs 600 times as fast, so that cycles follow each other within seconds and each finds something new.
 */
class SigkillIT {
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
    private static final int PROCESSES = 2;
    private static final String SUBREDDITS = "Cursor,claude,ChatGPTCoding";
    private static final double SPEED = 600;
    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");
    /** By the machine's clock; an undisturbed cycle of a process that has just started takes about as long. */
    private static final Duration LONGEST_LIFE = Duration.ofMillis(1000);

    @TempDir
    private Path folder;

    private final Instant anchor = Instant.now();
    private final TimeSource time = TimeSource.scaled(START, anchor, SPEED);
    private final GeneratedWorld world = new GeneratedWorld(7, 1);
    private final RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT.withRequestBudget(1_000_000), world, time);
    private final ExecutorService several = Executors.newFixedThreadPool(PROCESSES);

    @AfterEach
    void stop() {
        several.shutdownNow();
        standIn.close();
    }

    @Test
    void nothingCommittedIsLostAndNothingIsDoubled() throws Exception {
        List<Future<?>> victims = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            Path home = Files.createDirectory(folder.resolve("victim-" + i));
            SplittableRandom random = new SplittableRandom(SEED + i);
            int kills = KILLS / PROCESSES + (i < KILLS % PROCESSES ? 1 : 0);
            victims.add(several.submit(() -> {
                killAgainAndAgain(home, kills, random);
                return null;
            }));
        }
        for (Future<?> victim : victims) {
            victim.get(10, TimeUnit.MINUTES);
        }
    }

    private void killAgainAndAgain(Path home, int kills, SplittableRandom random) throws IOException, SQLException {
        Set<String> committed = Set.of();
        int interrupted = 0;
        for (int kill = 0; kill < kills; kill++) {
            try (ServeProcess service = serve(home)) {
                service.awaitOut(" starts: ");
                // Not a wait for something to happen, but the random moment itself.
                LockSupport.parkNanos(random.nextLong(LONGEST_LIFE.toNanos()));
                service.signal("KILL");
                assertThat(service.exitCode()).isEqualTo(128 + 9);
            }
            CommittedState state = CommittedState.of(database(home));
            assertThat(state.fullnames()).as("seed %d, kill %d", SEED, kill).containsAll(committed);
            committed = state.fullnames();
            interrupted += state.runningCycles();
        }
        assertThat(interrupted).as("kills within a cycle").isPositive();
        try (ServeProcess service = serve(home)) {
            service.awaitOut(" completed in ");
            service.signal("TERM");
            assertThat(service.exitCode()).isZero();
        }
        CompletedHistory history = CompletedHistory.of(database(home), world, SUBREDDITS, START);
        history.assertWhole();
        // Whatever was being done when SIGTERM came after the clean cycle may be one more.
        assertThat(history.interruptedCycles()).isBetween(interrupted, interrupted + 1);
        assertThat(history.fullnames()).as("seed %d", SEED).containsAll(committed);
        System.out.printf("%d kills, %d of them within a cycle, seed %d%n", kills, interrupted, SEED);
    }

    private ServeProcess serve(Path home) {
        Map<String, String> settings = new HashMap<>(ServeProcess.collecting(standIn, SUBREDDITS));
        settings.put("STORE_URL", "sqlite:test.db");
        settings.put("CLOCK", START + "@" + anchor + "*" + SPEED);
        return ServeProcess.serve(home, settings);
    }

    private static Path database(Path home) {
        return home.resolve("test.db");
    }
}
