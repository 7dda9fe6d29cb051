package dev.sentimentagent.model.store;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Cycles, how far each listing is covered, and the gaps. Thread-safe; every method throws {@link StoreException}. */
public interface CycleStore {
    /** Records a cycle that starts. Its reports are written by {@link ItemStore#save} with each batch. */
    void open(Cycle cycle);

    /** Records end, status, requests, limiter wait and memory of a cycle; its reports are left as the batches made them. */
    void close(Cycle cycle);

    /** Marks every cycle that still runs as interrupted at {@code now}; returns how many there were. */
    int closeInterrupted(Instant now);

    /**
     * The last cycles with their reports, newest first.
     *
     * @param limit 1 to 1000
     */
    List<Cycle> recent(int limit);

    /** End of the last cycle that completed, wholly or in part; empty if none ever did. */
    Optional<Instant> lastSuccess();

    /** How far every listing is covered. */
    List<Coverage> coverages();

    /** Gaps that overlap the window, newest first, at most 1000. */
    List<Gap> gaps(Window window);
}
