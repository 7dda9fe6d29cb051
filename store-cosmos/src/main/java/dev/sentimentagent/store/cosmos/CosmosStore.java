package dev.sentimentagent.store.cosmos;

import dev.sentimentagent.model.ItemKind;
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
import dev.sentimentagent.model.store.sighting.ItemCounts.Sort;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A store in two containers of a Cosmos DB account: {@code items} by subreddit and day, {@code records} by kind. Thread-safe. */
final class CosmosStore implements Store {
    static final String BACKEND = "cosmos";

    private final Access access;
    private final Sizes sizes;
    private final Runnable closing;

    /** @param closing lets go of the client */
    CosmosStore(Access access, Sizes sizes, Runnable closing) {
        this.access = access;
        this.sizes = sizes;
        this.closing = closing;
    }

    @Override
    public ItemStore items() {
        return new CosmosItemStore(access);
    }

    @Override
    public StatisticsStore statistics() {
        return new CosmosStatisticsStore(access);
    }

    @Override
    public CycleStore cycles() {
        return new CosmosCycleStore(access);
    }

    @Override
    public TopicStore topics() {
        return new CosmosTopicStore(access);
    }

    @Override
    public EngagementStore engagement() {
        return new CosmosEngagementStore(access);
    }

    @Override
    public RetentionStore retention() {
        return new CosmosRetentionStore(access);
    }

    @Override
    public LeaseStore leases() {
        return new CosmosLeaseStore(access);
    }

    @Override
    public JobStore jobs() {
        return new CosmosJobStore(access);
    }

    @Override
    public DetectionStore detections() {
        return new CosmosDetectionStore(access);
    }

    @Override
    public CatalogueStore catalogue() {
        return new CosmosCatalogueStore(access);
    }

    @Override
    public Store under(Supplier<Lease> lease) {
        Access held = new Access(access.calls(), access.items(), access.records(), access.heads(), access.writer(), lease);
        return new CosmosStore(held, sizes, closing);
    }

    @Override
    public String backend() {
        return BACKEND;
    }

    @Override
    public long dataVersion() {
        return access.read("dataVersion", () -> access.heads().read().head().version);
    }

    @Override
    public long sizeBytes() {
        return access.read("sizeBytes", () -> sizes.bytes(this::guess));
    }

    /** Where the database does not tell its size: some hundred bytes an item. */
    private long guess() {
        Head head = access.heads().read().head();
        long items = 0;
        for (Sort sort : Sort.values()) {
            items += head.count(sort);
        }
        return 1000 * (1 + items);
    }

    @Override
    public Map<String, Long> rowCounts() {
        return access.read("rowCounts", () -> {
            Head head = access.heads().read().head();
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("post", head.count(ItemKind.POST, Sort.PERSON) + head.count(ItemKind.POST, Sort.BOT));
            counts.put("comment", head.count(ItemKind.COMMENT, Sort.PERSON) + head.count(ItemKind.COMMENT, Sort.BOT));
            counts.put("bot", head.count(Sort.BOT));
            counts.put("tombstone", head.count(Sort.DELETED));
            counts.put("rollup", head.rollups);
            counts.put("rollup_day", head.rollupDays);
            counts.put("cycle", access.records().count(Kinds.CYCLE));
            counts.put("topic", (long) new CosmosTopicStore(access).all().size());
            counts.put("gap", access.records().count(Kinds.GAP));
            return counts;
        });
    }

    @Override
    public Map<String, Double> charges() {
        return access.calls().charges();
    }

    @Override
    public long ping() {
        return access.calls().once("ping", () -> access.heads().read().head().version);
    }

    @Override
    public void close() {
        if (access.calls().close()) {
            closing.run();
        }
    }
}
