package dev.sentimentagent.store.memory;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.CatalogueStore;
import dev.sentimentagent.model.store.CycleStore;
import dev.sentimentagent.model.store.DetectionStore;
import dev.sentimentagent.model.store.EngagementStore;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.JobStore;
import dev.sentimentagent.model.store.Lease;
import dev.sentimentagent.model.store.LeaseLostException;
import dev.sentimentagent.model.store.LeaseStore;
import dev.sentimentagent.model.store.RetentionStore;
import dev.sentimentagent.model.store.StatisticsStore;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.store.TopicStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store in memory. Every call holds one lock, so that each sees all of another or nothing. Thread-safe. */
public final class MemoryStore implements Store {
    private final MemoryData data;
    private final AtomicBoolean closed;
    private final @Nullable Supplier<Lease> lease;

    /** An empty store. */
    public MemoryStore() {
        this(new MemoryData());
    }

    private MemoryStore(MemoryData data) {
        this(data, new AtomicBoolean(), null);
    }

    private MemoryStore(MemoryData data, AtomicBoolean closed, @Nullable Supplier<Lease> lease) {
        this.data = data;
        this.closed = closed;
        this.lease = lease;
    }

    /** Opens the same data once more, as another process would; it outlives the closing of this one. */
    public MemoryStore openAgain() {
        return new MemoryStore(data);
    }

    @Override
    public ItemStore items() {
        return new MemoryItemStore(this);
    }

    @Override
    public StatisticsStore statistics() {
        return new MemoryStatisticsStore(this);
    }

    @Override
    public CycleStore cycles() {
        return new MemoryCycleStore(this);
    }

    @Override
    public TopicStore topics() {
        return new MemoryTopicStore(this);
    }

    @Override
    public EngagementStore engagement() {
        return new MemoryEngagementStore(this);
    }

    @Override
    public RetentionStore retention() {
        return new MemoryRetentionStore(this);
    }

    @Override
    public LeaseStore leases() {
        return new MemoryLeaseStore(this);
    }

    @Override
    public JobStore jobs() {
        return new MemoryJobStore(this);
    }

    @Override
    public DetectionStore detections() {
        return new MemoryDetectionStore(this);
    }

    @Override
    public CatalogueStore catalogue() {
        return new MemoryCatalogueStore(this);
    }

    @Override
    public Store under(Supplier<Lease> held) {
        return new MemoryStore(data, closed, held);
    }

    @Override
    public String backend() {
        return "memory";
    }

    @Override
    public long dataVersion() {
        return call(() -> data.version);
    }

    /** A guess: some hundred bytes an item. */
    @Override
    public long sizeBytes() {
        return call(() -> 500L * (1 + data.items.size()));
    }

    @Override
    public Map<String, Long> rowCounts() {
        return call(() -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("post", data.living(ItemKind.POST).count());
            counts.put("comment", data.living(ItemKind.COMMENT).count());
            counts.put("bot", data.living().filter(ScoredItem::bot).count());
            counts.put("tombstone", data.all().filter(scored -> scored.item().deleted()).count());
            counts.put("rollup", (long) data.hours.size());
            counts.put("rollup_day", (long) data.days.size());
            counts.put("cycle", (long) data.cycles.size());
            counts.put("topic", (long) data.topics.size());
            counts.put("gap", (long) data.gaps.size());
            return counts;
        });
    }

    @Override
    public long ping() {
        return dataVersion();
    }

    @Override
    public void close() {
        closed.set(true);
    }

    MemoryData data() {
        return data;
    }

    /** A call that changes something. */
    <T> T write(Supplier<T> change) {
        return call(() -> {
            Lease held = lease == null ? null : lease.get();
            if (held != null && !data.isHeld(held)) {
                throw new LeaseLostException(held);
            }
            return change.get();
        });
    }

    <T> T call(Supplier<T> call) {
        synchronized (data) {
            if (closed.get()) {
                throw new StoreException("the store is closed", false, null);
            }
            return call.get();
        }
    }
}
