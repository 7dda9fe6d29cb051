package dev.sentimentagent.benchmarks;

import java.util.Arrays;

/**
 * What a load did to the service.
 *
 * @param requests answered in that time
 * @param bytes of all answers, their headers included
 * @param p50Ms time within which half of the requests were answered, in milliseconds
 * @param refused answers of 400 and above
 * @param broken connections that failed and requests that timed out
 */
record LoadResult(long requests, double seconds, long bytes, double p50Ms, double p99Ms, double maxMs, long refused, long broken) {
    private static final String LINE = "result\t";
    private static final int FIELDS = 8;
    private static final double MICROS = 1e6;
    private static final double MICROS_PER_MS = 1e3;

    /**
     * Reads it from what wrk wrote, which ends with the line of {@code requests.lua}.
     *
     * @throws IllegalArgumentException if there is no such line
     */
    static LoadResult parse(String output) {
        String line = output.lines()
                .filter(each -> each.startsWith(LINE))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new IllegalArgumentException("wrk gave no result: " + output.strip()));
        long[] fields = Arrays.stream(line.substring(LINE.length()).split("\t", -1)).mapToLong(Long::parseLong).toArray();
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("not a result of requests.lua: " + line);
        }
        return new LoadResult(fields[0], fields[1] / MICROS, fields[2], fields[3] / MICROS_PER_MS, fields[4] / MICROS_PER_MS,
                fields[5] / MICROS_PER_MS, fields[6], fields[7]);
    }

    /** Requests a second. */
    double rate() {
        return requests / seconds;
    }

    /** Mean size of an answer. */
    double kilobytes() {
        return requests == 0 ? 0 : bytes / 1e3 / requests;
    }

    /** Whether every request was answered with what was asked for. */
    boolean clean() {
        return refused == 0 && broken == 0 && requests > 0;
    }

    /** The mean of two, such as the trivial endpoint before and after what is measured beside it. */
    static LoadResult mean(LoadResult a, LoadResult b) {
        return new LoadResult((a.requests + b.requests) / 2, (a.seconds + b.seconds) / 2, (a.bytes + b.bytes) / 2,
                (a.p50Ms + b.p50Ms) / 2, (a.p99Ms + b.p99Ms) / 2, Math.max(a.maxMs, b.maxMs), a.refused + b.refused,
                a.broken + b.broken);
    }
}
