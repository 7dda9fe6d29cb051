package dev.sentimentagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory of a process, as Linux tells it.
 *
 * @param rssMb resident set
 * @param peakMb largest resident set since the start, or since {@link #forgetPeak}
 */
record ProcessMemory(double rssMb, double peakMb, long threads) {
    private static final double KIB_PER_MB = 1024;
    /** What resets {@code VmHWM}: proc(5). */
    private static final String RESET_PEAK = "5";

    static ProcessMemory of(long pid) throws IOException {
        return parse(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
    }

    static ProcessMemory parse(List<String> status) {
        return new ProcessMemory(number(status, "VmRSS:") / KIB_PER_MB, number(status, "VmHWM:") / KIB_PER_MB, number(status, "Threads:"));
    }

    /** From now on the peak is that of what follows. */
    static void forgetPeak(long pid) throws IOException {
        Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), RESET_PEAK);
    }

    private static long number(List<String> status, String key) {
        return status.stream()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .orElseThrow(() -> new IllegalArgumentException("no " + key + " in " + status));
    }
}
