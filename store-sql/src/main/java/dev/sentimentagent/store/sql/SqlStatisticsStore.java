package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.StatisticsStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

record SqlStatisticsStore(Calls calls) implements StatisticsStore {
    @Override
    public List<Rollup> rollups(Window hours) {
        return calls.read(new SelectRollups(hours));
    }

    @Override
    public List<Rollup> recount(Window hours) {
        return calls.read(new RecountRollups(hours));
    }

    @Override
    public Tally tally(Dimension dimension, @Nullable String name, Window created) {
        return calls.read(new SelectTally(dimension, name, created));
    }
}
