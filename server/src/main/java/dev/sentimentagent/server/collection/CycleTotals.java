package dev.sentimentagent.server.collection;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.CycleStatus;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Cycles since the process started. A partial cycle succeeded; an interrupted one counts as neither. Thread-safe. */
public final class CycleTotals {
    private final Map<CycleStatus, AtomicLong> ended = new EnumMap<>(CycleStatus.class);
    private volatile @Nullable Duration lastDuration;
    private volatile int lastErrors;
    private volatile Optional<String> lastRefusal = Optional.empty();

    CycleTotals() {
        for (CycleStatus status : CycleStatus.values()) {
            ended.put(status, new AtomicLong());
        }
    }

    void count(CycleOutcome outcome, Duration took) {
        lastDuration = took;
        lastErrors = outcome.errors();
        lastRefusal = outcome.refusal();
        counter(outcome.status()).incrementAndGet();
    }

    /** Counts a cycle that ended in an exception. */
    void countFailed() {
        counter(CycleStatus.FAILED).incrementAndGet();
    }

    public long succeeded() {
        return ended(CycleStatus.COMPLETED) + ended(CycleStatus.PARTIAL);
    }

    public long failed() {
        return ended(CycleStatus.FAILED);
    }

    /** How many ended like this. */
    public long ended(CycleStatus status) {
        return counter(status).get();
    }

    /** How long the last one that ended by itself took; empty before the first. */
    public Optional<Duration> lastDuration() {
        return Optional.ofNullable(lastDuration);
    }

    /** In how many subreddits and refreshes the last one that ended by itself met an exception, most often the store's. */
    public int lastErrors() {
        return lastErrors;
    }

    /** What Reddit said when it refused the credentials in the last cycle that ended by itself; empty if it did not. */
    public Optional<String> lastRefusal() {
        return lastRefusal;
    }

    private AtomicLong counter(CycleStatus status) {
        return requireNonNull(ended.get(status));
    }
}
