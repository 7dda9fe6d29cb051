package dev.sentimentagent.server;

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
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.store.TopicStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A store that a test lets hang or fail: a call that hangs comes back when the store has recovered. */
final class UnwellStore implements Store {
    private final Store store;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean failing;

    UnwellStore(Store store) {
        this.store = store;
    }

    void hang() {
        gate = new CountDownLatch(1);
    }

    void fail() {
        failing = true;
    }

    void recover() {
        failing = false;
        gate.countDown();
    }

    /** A part of the store, each call of which hangs or fails as the store does, whenever the part was asked for. */
    private <T> T part(Class<T> type, Function<Store, T> of) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, args) -> {
            try {
                return method.invoke(of.apply(whenItAnswers()), args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private Store whenItAnswers() {
        try {
            gate.await();
            if (failing) {
                throw new StoreException("the disk is on fire", false, null);
            }
            return store;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted", true, e);
        }
    }

    @Override
    public ItemStore items() {
        return part(ItemStore.class, Store::items);
    }

    @Override
    public StatisticsStore statistics() {
        return part(StatisticsStore.class, Store::statistics);
    }

    @Override
    public JobStore jobs() {
        return part(JobStore.class, Store::jobs);
    }

    @Override
    public DetectionStore detections() {
        return part(DetectionStore.class, Store::detections);
    }

    @Override
    public CatalogueStore catalogue() {
        return part(CatalogueStore.class, Store::catalogue);
    }

    @Override
    public CycleStore cycles() {
        return part(CycleStore.class, Store::cycles);
    }

    @Override
    public TopicStore topics() {
        return part(TopicStore.class, Store::topics);
    }

    @Override
    public EngagementStore engagement() {
        return part(EngagementStore.class, Store::engagement);
    }

    @Override
    public RetentionStore retention() {
        return part(RetentionStore.class, Store::retention);
    }

    @Override
    public LeaseStore leases() {
        return part(LeaseStore.class, Store::leases);
    }

    @Override
    public Store under(Supplier<Lease> lease) {
        return whenItAnswers().under(lease);
    }

    @Override
    public String backend() {
        return store.backend();
    }

    @Override
    public long dataVersion() {
        return whenItAnswers().dataVersion();
    }

    @Override
    public long sizeBytes() {
        return whenItAnswers().sizeBytes();
    }

    @Override
    public Map<String, Long> rowCounts() {
        return whenItAnswers().rowCounts();
    }

    @Override
    public long ping() {
        return whenItAnswers().ping();
    }

    @Override
    public void close() {
        store.close();
        if (failing) {
            throw new StoreException("the disk is on fire", false, null);
        }
    }
}
