package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.reanalysis.Vader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed ({@code SIGKILL}) while it analyzes stored items again, it goes on where it was: by the command and within the service. */
class ReanalysisKillIT {
    private static final int ITEMS = 60_000;

    @TempDir
    private Path folder;

    @Test
    void oneThatIsKilledGoesOnWhereItWas() {
        Path database = folder.resolve("test.db");
        try (Store store = Databases.open(database)) {
            Vader.fill(store, ITEMS);
        }
        Map<String, String> settings = Map.of("STORE_URL", "sqlite:test.db", "CLOCK", Vader.NOW.toString());
        // Each is killed at its first sign of progress, by whatever process.
        try (ServeProcess command = reanalyze(settings)) {
            command.awaitOut("items/s");
            command.signal("KILL");
            assertThat(command.exitCode()).isEqualTo(128 + 9);
        }
        long first = left(database);
        try (ServeProcess service = ServeProcess.serve(folder, settings)) {
            service.awaitOut(" goes on: ");
            service.awaitOut(" completed: ");
            service.signal("TERM");
            assertThat(service.exitCode()).isZero();
        }

        try (Store store = Databases.open(database)) {
            ReanalysisJob job = store.jobs().list(null, 10, 0).getFirst();
            assertThat(store.jobs().count(null)).isEqualTo(1);
            assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(job.progress().processed()).isEqualTo(ITEMS);
            assertThat(job.effect().changed()).as("each once, %d of them by the process that was killed", first).isEqualTo(ITEMS);
            List<?> both = Vader.rollupsAndRecount(store);
            assertThat(both.getFirst()).isEqualTo(both.getLast());
        }
    }

    private static long left(Path database) {
        try (Store store = Databases.open(database)) {
            ReanalysisJob job = store.jobs().list(JobStatus.RUNNING, 10, 0).getFirst();
            assertThat(job.progress().processed()).isBetween(1L, ITEMS - 1L);
            List<?> both = Vader.rollupsAndRecount(store);
            assertThat(both.getFirst()).isEqualTo(both.getLast());
            return job.progress().processed();
        }
    }

    private ServeProcess reanalyze(Map<String, String> settings) {
        List<String> command = new ArrayList<>(ServeProcess.java(folder));
        command.addAll(List.of("dev.sentimentagent.server.cli.Main", "reanalyze"));
        return ServeProcess.start(command, folder, settings);
    }
}
