package dev.sentimentagent.benchmarks;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Expiry;
import dev.sentimentagent.model.store.RetentionStore;
import java.time.Instant;
import java.util.List;

/** Takes the time of each transaction. */
record TimedRetentionStore(RetentionStore store, Durations took) implements RetentionStore {
    @Override
    public Expiry expire(Instant before, int limit) {
        long start = System.nanoTime();
        Expiry expiry = store.expire(before, limit);
        took.add(System.nanoTime() - start);
        return expiry;
    }

    @Override
    public int expireRecords(Instant before, int limit) {
        long start = System.nanoTime();
        int deleted = store.expireRecords(before, limit);
        took.add(System.nanoTime() - start);
        return deleted;
    }

    @Override
    public Instant horizon() {
        return store.horizon();
    }

    @Override
    public List<Rollup> archived(Window days) {
        return store.archived(days);
    }
}
