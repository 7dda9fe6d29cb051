package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.CycleStore;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.RetentionStore;
import dev.sentimentagent.model.store.StatisticsStore;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.TopicStore;
import java.util.Map;

/** A store in any database that speaks SQL. Thread-safe. */
final class SqlStore implements Store {
    private final Calls calls;
    private final ItemStore items;
    private final StatisticsStore statistics;
    private final CycleStore cycles;
    private final TopicStore topics;
    private final RetentionStore retention;

    SqlStore(Calls calls) {
        this.calls = calls;
        items = new SqlItemStore(calls);
        statistics = new SqlStatisticsStore(calls);
        cycles = new SqlCycleStore(calls);
        topics = new SqlTopicStore(calls);
        retention = new SqlRetentionStore(calls);
    }

    @Override
    public ItemStore items() {
        return items;
    }

    @Override
    public StatisticsStore statistics() {
        return statistics;
    }

    @Override
    public CycleStore cycles() {
        return cycles;
    }

    @Override
    public TopicStore topics() {
        return topics;
    }

    @Override
    public RetentionStore retention() {
        return retention;
    }

    @Override
    public String backend() {
        return calls.backend();
    }

    @Override
    public long dataVersion() {
        return calls.read(new SelectDataVersion());
    }

    @Override
    public long sizeBytes() {
        return calls.sizeBytes();
    }

    @Override
    public Map<String, Long> rowCounts() {
        return calls.read(new CountRows());
    }

    @Override
    public long ping() {
        return calls.ping();
    }

    @Override
    public void close() {
        calls.close();
    }
}
