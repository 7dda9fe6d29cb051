package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is made while the service runs is a whole database. */
class BackupIT {
    private static final int USAGE = 2;
    private static final int STORE = 4;
    private static final Window ALL = new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    @TempDir
    private Path home;

    @Test
    void whatIsRestoredHasEverythingAndItsSumsAreRight() {
        try (RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), TimeSource.system());
                RunningService service = RunningService
                        .start(home.resolve("test.db"), standIn, "kiroIDE", TimeSource.system(), Map.of())) {
            service.collect();
            assertThat(backup("copy.db")).isZero();
            // A second one overwrites nothing.
            assertThat(backup("copy.db")).isEqualTo(USAGE);
            try (Store restored = Databases.open(home.resolve("copy.db"))) {
                assertThat(restored.rowCounts()).isEqualTo(service.store().rowCounts());
                assertThat(restored.statistics().rollups(ALL).list()).isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(restored.statistics().recount(ALL));
            }
            assertThat(home.resolve("copy.db.part")).doesNotExist();
        }
    }

    @Test
    void whereThereIsNoDatabaseNothingIsMade() {
        assertThat(backup("copy.db")).isEqualTo(STORE);
        assertThat(home.resolve("copy.db")).doesNotExist();
        assertThat(home.resolve("test.db")).doesNotExist();
    }

    private int backup(String file) {
        List<String> command = ServeProcess.java(home);
        command.addAll(List.of("dev.sentimentagent.server.cli.Main", "backup", home.resolve(file).toString()));
        try (ServeProcess backup = ServeProcess.start(command, home, Map.of("STORE_URL", "sqlite:test.db"))) {
            return backup.exitCode();
        }
    }
}
