package dev.sentimentagent.reddit;

import dev.sentimentagent.model.time.TimeSource;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one credential within what Reddit allows: 100 requests a minute, averaged over windows of ten minutes whose state Reddit tells
 * in {@code x-ratelimit-*} headers. Thread-safe; requests are let through in turn.
 *
 * <p>The pace, chosen so that a cycle of a hundred requests is done in about a minute and still never meets a 429:
 * <ul>
 * <li>never more than {@value #MAX_PER_MINUTE} requests in any 60 s;
 * <li>while Reddit says that {@value #COMFORTABLE} or more remain, they may follow each other at 100 ms: what is not asked within a
 * window is lost, so there is no use in stretching a cycle over it;
 * <li>below that, what remains is spread evenly over the time to the reset, so that it never runs out;
 * <li>while Reddit has said nothing (yet, or since the reset), 600 ms apart, the even pace of 100 a minute;
 * <li>when nothing remains, not before the reset; after a 429, not before the time it asks for.
 * </ul>
 *
 * <p>A clock set back by any amount counts as one that stood still; one set forward, as time that passed. Neither wedges it.
 */
final class RateLimiter {
    static final int MAX_PER_MINUTE = 95;
    static final int COMFORTABLE = 100;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BURST_SPACING = Duration.ofMillis(100);
    private static final Duration BLIND_SPACING = Duration.ofMillis(600);
    /** The reset is told in whole seconds, and may be up to one later than told. */
    private static final Duration RESET_PRECISION = Duration.ofSeconds(1);
    /** How far two tellings of the same reset may lie apart: answers overtake each other. */
    private static final Duration SAME_RESET = Duration.ofSeconds(5);

    private final TimeSource time;
    /** When the last requests were let through, oldest first; some lie ahead, of threads that still wait. */
    private final ArrayDeque<Instant> granted = new ArrayDeque<>(MAX_PER_MINUTE + 1);
    private Instant lastSeen;
    private Instant next;
    private Instant blockedUntil;
    private double remaining;
    /** Null while it is not known what remains. */
    private @Nullable Instant resetAt;
    private Duration waited = Duration.ZERO;

    RateLimiter(TimeSource time) {
        this.time = time;
        this.lastSeen = time.instant();
        this.next = lastSeen;
        this.blockedUntil = lastSeen;
    }

    /**
     * Waits for the turn of one request.
     *
     * @return empty if it may be made now; else, without having waited, how long it would have to wait, which is more than the patience
     *     covers
     */
    Optional<Duration> acquire(Patience patience) throws InterruptedException {
        while (true) {
            Instant turn;
            Duration wait;
            synchronized (this) {
                Instant now = now();
                turn = turn(now);
                wait = Duration.between(now, turn);
                if (!patience.covers(wait)) {
                    return Optional.of(wait);
                }
                grant(turn);
            }
            patience.spend(wait);
            time.sleep(wait);
            synchronized (this) {
                waited = waited.plus(wait);
                // A 429 may have come to another thread while this one waited.
                if (!blockedUntil.isAfter(turn)) {
                    return Optional.empty();
                }
            }
        }
    }

    /** Takes note of what an answer says about the budget. */
    synchronized void observe(HttpHeaders headers) {
        RateLimitHeaders.budget(headers).ifPresent(budget -> {
            Instant reset = now().plus(budget.untilReset()).plus(RESET_PRECISION);
            boolean sameWindow = resetAt != null && Duration.between(resetAt, reset).abs().compareTo(SAME_RESET) < 0;
            // An answer that was overtaken, or requests still under way, make the told number too high.
            remaining = sameWindow ? Math.min(remaining, budget.remaining()) : budget.remaining();
            resetAt = reset;
        });
    }

    /** Lets nothing through for the given time from now. */
    synchronized void block(Duration duration) {
        Instant until = now().plus(duration);
        if (until.isAfter(blockedUntil)) {
            blockedUntil = until;
        }
    }

    /** Time that requests have waited in all. */
    synchronized Duration waited() {
        return waited;
    }

    /** What remains; empty while it is not known. */
    synchronized Optional<RequestBudget> budget() {
        Instant now = now();
        return Optional.ofNullable(resetAt).filter(now::isBefore).map(reset -> new RequestBudget((long) Math.max(0, remaining), reset));
    }

    private Instant turn(Instant now) {
        Instant turn = Collections.max(List.of(now, next, blockedUntil));
        if (granted.size() == MAX_PER_MINUTE) {
            turn = later(turn, granted.getFirst().plus(MINUTE));
        }
        if (resetAt != null && remaining < 1) {
            turn = later(turn, resetAt);
        }
        return turn;
    }

    private void grant(Instant turn) {
        granted.addLast(turn);
        if (granted.size() > MAX_PER_MINUTE) {
            granted.removeFirst();
        }
        if (resetAt != null && !turn.isBefore(resetAt)) {
            resetAt = null;
        }
        remaining--;
        next = turn.plus(spacing(turn));
    }

    private Duration spacing(Instant turn) {
        if (resetAt == null) {
            return BLIND_SPACING;
        }
        if (remaining >= COMFORTABLE) {
            return BURST_SPACING;
        }
        long even = (long) (Duration.between(turn, resetAt).toMillis() / Math.max(1, remaining));
        return Duration.ofMillis(Math.max(even, BURST_SPACING.toMillis()));
    }

    /** The present; where the clock was set back, everything that is remembered is set back with it. */
    private Instant now() {
        Instant now = time.instant();
        if (now.isBefore(lastSeen)) {
            Duration back = Duration.between(lastSeen, now);
            next = next.plus(back);
            blockedUntil = blockedUntil.plus(back);
            resetAt = resetAt == null ? null : resetAt.plus(back);
            List<Instant> moved = granted.stream().map(at -> at.plus(back)).toList();
            granted.clear();
            granted.addAll(moved);
        }
        lastSeen = now;
        return now;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
