package dev.sentimentagent.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The short form: ten cycles of the real program, with faults, a SIGKILL and a SIGTERM. */
class SoakIT {
    @TempDir
    private Path folder;

    @Test
    void tenCyclesLoseAndDoubleNothing() throws Exception {
        int exitCode = new CommandLine(new SoakCommand()).execute("--cycles", "10", "--factor", "1200", "--folder", folder.toString());
        Path report = folder.resolve("soak-report.md");
        assertThat(report).as("exit code %d", exitCode).exists();
        assertThat(Files.readString(report)).doesNotContain("**NO**", "no MB").contains("after 1 SIGKILL and 2 SIGTERM");
        assertThat(exitCode).isZero();
    }

    @Test
    void whatCannotBeRunIsSaidByTheExitCode() {
        assertThat(new CommandLine(new SoakCommand()).execute()).isEqualTo(2);
        assertThat(new CommandLine(new SoakCommand()).execute("1", "--cycles", "10")).isEqualTo(2);
        assertThat(new CommandLine(new SoakCommand()).execute("--cycles", "0")).isEqualTo(2);
    }
}
