package dev.sentimentagent.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLogTest {
    @TempDir
    private Path folder;

    @Test
    void warningsAndErrorsAreCountedByLoggerAndEveryLineKept() throws Exception {
        Path file = folder.resolve("service.log");
        String lines = """
                NOTE: Picked up JDK_JAVA_OPTIONS: -Xlog:gc
                {"level":"INFO","logger":"a","message":"up"}
                {"level":"WARN","logger":"a","message":"odd"}
                {"level":"ERROR","logger":"b","message":"bad"}
                {"level":"ERROR","logger":"b","message":"worse"}
                {"level":"ERROR","logger":"b","mess""";
        try (ServiceLog log = new ServiceLog(file)) {
            log.readAll(new BufferedReader(new StringReader(lines)));
            assertThat(log.warnings()).containsOnlyKeys("a").containsEntry("a", 1L);
            assertThat(log.errors()).containsOnlyKeys("b").containsEntry("b", 2L);
            assertThat(log.examples()).containsExactly("bad", "worse");
        }
        assertThat(Files.readString(file).strip()).isEqualTo(lines);
    }
}
