package dev.sentimentagent.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run over all subreddits.
 *
 * @param endedAt null while it runs
 * @param requests HTTP requests made
 * @param limiterWait time spent waiting for the rate limiter
 * @param rssStartBytes resident set at start; 0 if unknown
 * @param rssEndBytes resident set at end; 0 if unknown
 */
public record Cycle(
        String id,
        Instant startedAt,
        @Nullable Instant endedAt,
        CycleStatus status,
        List<SubredditReport> subreddits,
        long requests,
        Duration limiterWait,
        long rssStartBytes,
        long rssEndBytes) {
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("'cycle_'yyyyMMdd'_'HHmmss").withZone(ZoneOffset.UTC);

    public Cycle {
        subreddits = List.copyOf(subreddits);
    }

    /** A cycle that starts now. */
    public static Cycle starting(Instant now, long rssBytes) {
        return new Cycle(idOf(now), now, null, CycleStatus.RUNNING, List.of(), 0, Duration.ZERO, rssBytes, 0);
    }

    /** {@code cycle_YYYYMMDD_HHMMSS}, UTC. */
    public static String idOf(Instant start) {
        return ID.format(start);
    }

    /** The counts of all its subreddits together. */
    public Counts counts() {
        return subreddits.stream().map(SubredditReport::counts).reduce(Counts.ZERO, Counts::plus);
    }
}
