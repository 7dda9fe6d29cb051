package dev.sentimentagent.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.server.process.ServeProcess;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.testsupport.ManualTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code monitor} as an operator runs it, watching the real service. */
class MonitorIT {
    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime(Instant.parse("2026-03-10T12:00:00Z"));
    private RedditStandIn standIn;
    private RunningService service;
    private String url;

    @BeforeEach
    void start() {
        standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), time);
        service = RunningService.start(folder.resolve("test.db"), standIn, "kiroIDE", time, Map.of());
        url = service.uri("").toString();
    }

    @AfterEach
    void stop() {
        service.close();
        standIn.close();
    }

    @ParameterizedTest
    @CsvSource({
            "0, '', 0",
            "46, '', 0",
            "46, --degraded-is-failure, 6",
            "121, '', 6"})
    void theExitCodeSaysHowTheServiceIs(long minutesSinceTheStart, String option, int exitCode) {
        time.advance(Duration.ofMinutes(minutesSinceTheStart));
        assertThat(monitor("--count", "1", option)).isEqualTo(exitCode);
    }

    @Test
    void theSchemeMayBeInCapitals() {
        url = url.replace("http:", "HTTP:");
        assertThat(monitor("--count", "1")).isZero();
    }

    @Test
    void aServiceThatIsGoneHasFailed() {
        service.close();
        assertThat(monitor("--count", "1")).isEqualTo(6);
    }

    @Test
    void withoutEndItGivesUpAfterThreeFailures() {
        service.close();
        assertThat(monitor("--interval", "0.01s")).isEqualTo(6);
        assertThat(monitor("--interval", "0.01s", "--count", "5", "--failures", "4")).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
            "--count, 0",
            "--failures, 0",
            "--failures, 3",
            "--interval, soon",
            "--timeout, 0",
            "--timeout, 99999999h",
            "--interval, 99999999999999s",
            "--url, http://127.0.0.1:99999",
            "--url, http://127.0.0.1:99999999999",
            "--url, http://127.0.0.1:8000?a=b",
            "--url, http://127.0.0.1:8000/#top",
            "--url, 127.0.0.1:8000",
            "--url, ftp://127.0.0.1"})
    void aWrongOptionIsAUsageError(String option, String value) {
        List<String> arguments = new ArrayList<>(List.of("monitor", option, value));
        if (!option.equals("--count")) {
            arguments.addAll(List.of("--count", "1"));
        }
        if (!option.equals("--url")) {
            arguments.addAll(List.of("--url", url));
        }
        assertThat(Main.run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalEndsItCleanly(String signal) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "monitor",
                "--url",
                url,
                "--interval",
                "1h");
        Process process = new ProcessBuilder(ServeProcess.heedingSignals(command)).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).startsWith("time ");
            assertThat(output.readLine()).contains("Z  healthy ");
            assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor()).isZero();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("it has ended").isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(output.readLine()).isNull();
        } finally {
            process.destroyForcibly();
        }
    }

    private int monitor(String... options) {
        List<String> arguments = new ArrayList<>(List.of("monitor", "--url", url));
        List.of(options).stream().filter(option -> !option.isEmpty()).forEach(arguments::add);
        return Main.run(arguments.toArray(String[]::new));
    }
}
