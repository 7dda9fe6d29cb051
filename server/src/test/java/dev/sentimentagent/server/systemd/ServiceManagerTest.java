package dev.sentimentagent.server.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a service manager hears, at the other end of a real socket. */
@EnabledOnOs(OS.LINUX)
class ServiceManagerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void itHearsOfTheBeginningAndTheEnd() {
        String address = folder.resolve("notify").toString();
        try (DatagramReceiver systemd = new DatagramReceiver(address)) {
            ServiceManager.ready(Map.of("NOTIFY_SOCKET", address), () -> true, "listening").close();
            assertThat(systemd.poll()).contains("READY=1\nSTATUS=listening");
            assertThat(systemd.poll()).contains("STOPPING=1");
            assertThat(systemd.poll()).isEmpty();
        }
    }

    /** The socket is one without a file, as systemd's is for some. */
    @Test
    void signsOfLifeComeWhileTheServiceGetsOnAndNotLonger() {
        String address = "@sentimentagent-test-" + ProcessHandle.current().pid();
        AtomicBoolean getsOn = new AtomicBoolean(true);
        Map<String, String> environment = Map.of("NOTIFY_SOCKET", address, "WATCHDOG_USEC", "600000");
        try (DatagramReceiver systemd = new DatagramReceiver(address);
                ServiceManager _ = ServiceManager.ready(environment, getsOn::get, "listening")) {
            assertThat(systemd.poll()).contains("READY=1\nSTATUS=listening");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(systemd.poll()).contains("WATCHDOG=1"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(systemd.poll()).contains("WATCHDOG=1"));
            getsOn.set(false);
            // One sign may be under way; then there are no more.
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(700)).until(() -> systemd.poll().isEmpty());
            getsOn.set(true);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(systemd.poll()).contains("WATCHDOG=1"));
        }
    }

    @Test
    void aManagerThatHasGoneDoesNotHurt() {
        Map<String, String> environment = Map.of("NOTIFY_SOCKET", folder.resolve("nobody").toString());
        ServiceManager.ready(environment, () -> true, "listening").close();
    }

    @Test
    void whereNobodyAskedNothingIsSaid() {
        assertThat(NotifySocket.of(Map.of())).isEmpty();
        assertThat(NotifySocket.of(Map.of("NOTIFY_SOCKET", "vsock:2:1234"))).isEmpty();
        assertThat(NotifySocket.of(Map.of("NOTIFY_SOCKET", "/" + "x".repeat(200)))).isEmpty();
        ServiceManager.ready(Map.of(), () -> true, "listening").close();
    }

    @Test
    void theWatchdogIsFedThriceInItsTimeIfItIsOurs() {
        assertThat(ServiceManager.watchdogInterval(Map.of("WATCHDOG_USEC", "60000000"))).contains(Duration.ofSeconds(20));
        assertThat(ServiceManager.watchdogInterval(Map.of("WATCHDOG_USEC", "60000000", "WATCHDOG_PID", "1"))).isEmpty();
        assertThat(ServiceManager.watchdogInterval(Map.of())).isEqualTo(Optional.empty());
    }
}
