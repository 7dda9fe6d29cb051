package dev.sentimentagent.server.health;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the process uses. Thread-safe. */
public final class ProcessFigures {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RSS_LINE = "VmRSS:";

    /** CPU time less wall time between two samples, so that no request has to wait for a measurement. */
    private static final long MIN_INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    /** Reading {@code /proc} takes the kernel longer than a request for the health may take. */
    private static final long RSS_INTERVAL_NANOS = Duration.ofMillis(500).toNanos();

    private static volatile Rss lastRss = new Rss(0, System.nanoTime() - RSS_INTERVAL_NANOS);

    private volatile long sampledAt = System.nanoTime();
    private long cpuAtSample = cpuNanos(); // guarded by this
    private volatile double cpuPercent;

    private record Rss(long bytes, long sampledAt) {}

    /**
     * Resident set of the whole process in bytes, as it was at most half a second ago; on a system without {@code /proc} the memory that the
     * JVM has committed.
     */
    public static long rssBytes() {
        Rss last = lastRss;
        long now = System.nanoTime();
        if (now - last.sampledAt >= RSS_INTERVAL_NANOS) {
            last = new Rss(readRssBytes(), now);
            lastRss = last;
        }
        return last.bytes;
    }

    private static long readRssBytes() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(RSS_LINE))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0) * 1024;
        } catch (IOException _) {
            return Runtime.getRuntime().totalMemory() + ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getCommitted();
        }
    }

    /** Share of one core used over the last interval of at least a second, in percent; more than 100 on several cores. */
    public double cpuPercent() {
        return System.nanoTime() - sampledAt < MIN_INTERVAL_NANOS ? cpuPercent : sampleCpu();
    }

    private synchronized double sampleCpu() {
        long now = System.nanoTime();
        if (now - sampledAt >= MIN_INTERVAL_NANOS) {
            long cpu = cpuNanos();
            cpuPercent = 100.0 * (cpu - cpuAtSample) / (now - sampledAt);
            cpuAtSample = cpu;
            sampledAt = now;
        }
        return cpuPercent;
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }
}
