package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.CycleStatus;
import java.util.concurrent.atomic.AtomicLong;

/** Cycles since the process started. A partial cycle succeeded; an interrupted one counts as neither. Thread-safe. */
public final class CycleTotals {
    private final AtomicLong succeeded = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    void count(CycleStatus status) {
        switch (status) {
            case COMPLETED, PARTIAL -> succeeded.incrementAndGet();
            case FAILED -> failed.incrementAndGet();
            case RUNNING, INTERRUPTED -> {
            }
        }
    }

    /** Counts a cycle that ended in an exception. */
    void countFailed() {
        failed.incrementAndGet();
    }

    public long succeeded() {
        return succeeded.get();
    }

    public long failed() {
        return failed.get();
    }
}
