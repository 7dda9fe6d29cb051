package dev.sentimentagent.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CarriersIT {
    /** Two processors, whatever machine this is: with enough of them nothing would be at stake. */
    @Test
    void readersThatHangInSqliteLeaveOtherRequestsTheirTurn() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=2",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                NativeHang.class.getName()).redirectErrorStream(true).start();
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("a virtual thread had its turn").isTrue();
            assertThat(process.inputReader().lines()).last().isEqualTo("another request is answered");
        } finally {
            process.destroyForcibly();
        }
    }
}
