package dev.sentimentagent.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the service's process used at one moment, as the operating system tells it.
 *
 * @param process which of the processes, from 1
 * @param at by the service's clock
 * @param running since when, by the machine's clock, the soak has been going on
 */
record ProcessSample(int process, Instant at, Duration running, double rssMb, int threads, int files, double databaseMb) {
    private static final double KIB_PER_MB = 1024;
    private static final double BYTES_PER_MB = 1 << 20;

    /** Empty if the process has just ended. */
    static Optional<ProcessSample> take(ServiceProcess service, Instant at, Duration running, Path database) {
        Path proc = Path.of("/proc", Long.toString(service.pid()));
        long rssKib = 0;
        long threads = 0;
        try (var descriptors = Files.list(proc.resolve("fd"))) {
            for (String line : Files.readAllLines(proc.resolve("status"))) {
                if (line.startsWith("VmRSS:")) {
                    rssKib = number(line);
                } else if (line.startsWith("Threads:")) {
                    threads = number(line);
                }
            }
            if (rssKib == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    new ProcessSample(service.number(), at, running, rssKib / KIB_PER_MB, (int) threads, (int) descriptors.count(),
                            size(database)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static double size(Path database) throws IOException {
        long bytes = 0;
        for (String suffix : new String[]{"", "-wal"}) {
            Path part = database.resolveSibling(database.getFileName() + suffix);
            bytes += Files.exists(part) ? Files.size(part) : 0;
        }
        return bytes / BYTES_PER_MB;
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
