package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.testsupport.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that was closed leaves nothing behind in its process. */
class LeakIT {
    private static final int TIMES = 20;

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime(Instant.parse("2026-03-10T12:00:00Z"));

    @Test
    void closingLetsGoOfThreadsAndFiles() throws IOException {
        try (RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), time)) {
            // What the JVM, the HTTP client of the tests and the stand-in keep for good is there after a few.
            for (int i = 0; i < 3; i++) {
                startAndClose(standIn);
            }
            long descriptors = descriptors();
            for (int i = 0; i < TIMES; i++) {
                startAndClose(standIn);
            }
            await().untilAsserted(() -> {
                assertThat(ofTheService()).isEmpty();
                assertThat(openIn(folder)).isEmpty();
                // Fewer than one for each start.
                assertThat(descriptors()).isLessThan(descriptors + TIMES / 2);
            });
        }
    }

    private void startAndClose(RedditStandIn standIn) {
        try (RunningService service = RunningService.start(folder.resolve("test.db"), standIn, "Cursor", time, Map.of())) {
            assertThat(service.collect().get("status").asString()).isEqualTo("completed");
            assertThat(ofTheService()).contains("collection", "trending", "store-probe");
        }
    }

    private static List<String> ofTheService() {
        return Thread.getAllStackTraces()
                .keySet()
                .stream()
                .map(Thread::getName)
                .filter(name -> name.matches("collection|trending|store-probe|sqlite-readers.*"))
                .toList();
    }

    private static List<String> openIn(Path folder) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.map(LeakIT::target).filter(target -> target.startsWith(folder.toString())).toList();
        }
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException _) {
            // Closed in the meantime.
            return "";
        }
    }
}
