package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.BulkLoad;
import dev.sentimentagent.model.store.CatalogueStore;
import dev.sentimentagent.model.store.CycleStore;
import dev.sentimentagent.model.store.DetectionStore;
import dev.sentimentagent.model.store.EngagementStore;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.JobStore;
import dev.sentimentagent.model.store.Lease;
import dev.sentimentagent.model.store.LeaseStore;
import dev.sentimentagent.model.store.RetentionStore;
import dev.sentimentagent.model.store.StatisticsStore;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.TopicStore;
import java.util.Map;
import java.util.function.Supplier;

/** A store in any database that speaks SQL. Thread-safe. */
final class SqlStore implements Store {
    private final Calls calls;
    private final ItemStore items;
    private final StatisticsStore statistics;
    private final CycleStore cycles;
    private final TopicStore topics;
    private final EngagementStore engagement;
    private final RetentionStore retention;
    private final LeaseStore leases;
    private final JobStore jobs;
    private final DetectionStore detections;
    private final CatalogueStore catalogue;

    SqlStore(Calls calls) {
        this(calls, calls);
    }

    private SqlStore(Calls calls, Access access) {
        this.calls = calls;
        items = new SqlItemStore(access);
        statistics = new SqlStatisticsStore(access);
        cycles = new SqlCycleStore(access);
        topics = new SqlTopicStore(access);
        engagement = new SqlEngagementStore(access);
        retention = new SqlRetentionStore(access);
        leases = new SqlLeaseStore(calls);
        jobs = new SqlJobStore(access);
        detections = new SqlDetectionStore(access);
        catalogue = new SqlCatalogueStore(access);
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
    public EngagementStore engagement() {
        return engagement;
    }

    @Override
    public RetentionStore retention() {
        return retention;
    }

    @Override
    public LeaseStore leases() {
        return leases;
    }

    @Override
    public JobStore jobs() {
        return jobs;
    }

    @Override
    public DetectionStore detections() {
        return detections;
    }

    @Override
    public CatalogueStore catalogue() {
        return catalogue;
    }

    @Override
    public Store under(Supplier<Lease> lease) {
        return new SqlStore(calls, new FencedAccess(calls, lease));
    }

    @Override
    public BulkLoad bulkLoad() {
        if (!calls.putsOffIndexes() || !calls.write(new BeginLoad())) {
            return () -> {};
        }
        return () -> calls.write(new EndLoad());
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
