package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.PointConsumer;
import dev.sentimentagent.model.store.Rollups;
import dev.sentimentagent.model.store.StatisticsStore;
import dev.sentimentagent.model.store.VoiceConsumer;
import java.util.List;

record SqlStatisticsStore(Access calls) implements StatisticsStore {
    @Override
    public Rollups rollups(Window hours) {
        return calls.read(new SelectRollups(hours));
    }

    @Override
    public Rollups changedSince(long version) {
        return calls.read(new SelectChangedRollups(version));
    }

    @Override
    public List<Rollup> recount(Window hours) {
        return calls.read(new RecountRollups(hours));
    }

    @Override
    public void points(Window created, PointConsumer consumer) {
        calls.read(new SelectPoints(created, consumer));
    }

    @Override
    public void voices(Window created, VoiceConsumer consumer) {
        calls.read(new SelectVoices(created, consumer));
    }
}
