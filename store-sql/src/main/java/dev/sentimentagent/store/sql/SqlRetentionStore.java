package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Expiry;
import dev.sentimentagent.model.store.RetentionStore;
import java.time.Instant;
import java.util.List;

record SqlRetentionStore(Access calls) implements RetentionStore {
    @Override
    public Expiry expire(Instant before, int limit) {
        return calls.write(new ExpireItems(before, limit));
    }

    @Override
    public int expireRecords(Instant before, int limit) {
        return calls.write(new ExpireRecords(before, limit));
    }

    @Override
    public Instant horizon() {
        return calls.read(new SelectHorizon());
    }

    @Override
    public List<Rollup> archived(Window days) {
        return calls.read(new SelectArchive(days));
    }
}
