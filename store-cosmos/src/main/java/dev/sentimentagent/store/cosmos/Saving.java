package dev.sentimentagent.store.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.store.Texts;
import dev.sentimentagent.model.store.sighting.Clean;
import dev.sentimentagent.model.store.sighting.ItemCounts;
import dev.sentimentagent.model.store.sighting.ItemCounts.Sort;
import dev.sentimentagent.model.store.sighting.ItemState;
import dev.sentimentagent.model.store.sighting.RollupDeltas;
import dev.sentimentagent.model.store.sighting.Sightings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes one batch: its items partition by partition, each with its day in one transaction of at most a hundred operations; then the report of the
 * cycle, coverage and gap.
 */
final class Saving {
    private static final int IDS_AT_ONCE = 250;

    private final Writing writing;
    private final Batch batch;

    Saving(Writing writing, Batch batch) {
        this.writing = writing;
        this.batch = batch;
    }

    /** Partitions that the batch is likely to write to: all but those of items that were first seen elsewhere. */
    static Set<String> partitions(Collection<Batch> batches) {
        return batches.stream().flatMap(batch -> batch.items().stream()).map(scored -> Keys.partition(scored.item()))
                .collect(Collectors.toSet());
    }

    BatchResult run() {
        Head head = writing.head();
        Batch.Progress progress = batch.progress();
        if (progress != null && writing.records().read(Kinds.CYCLE, Keys.id(Texts.clean(progress.cycleId()))).isEmpty()) {
            throw new StoreException("save failed: cycle " + progress.cycleId() + " was never opened", false, null);
        }
        Sightings sightings = new Sightings(stored(), head.horizon);
        for (ScoredItem item : batch.items()) {
            ScoredItem clean = Clean.of(item, head.spelling(item.item().subreddit()));
            if (batch.rescores()) {
                sightings.rescore(clean);
            } else {
                sightings.add(clean);
            }
        }
        List<Rollup> deltas = sightings.deltas();
        long version = sightings.changes().isEmpty() ? head.version : head.version + 1;
        head.rollups += writing.days().added(deltas, day -> day.hours);
        write(sightings.changes(), version);
        deltas.stream().map(delta -> delta.key().hour()).min(Instant::compareTo)
                .filter(hour -> head.first == null || hour.isBefore(head.first))
                .ifPresent(hour -> head.first = hour);
        head.version = version;
        List<Rollup> rollups = deltas.stream().map(delta -> writing.days().hour(delta.key())).toList();
        BatchResult result = new BatchResult(sightings.added(), sightings.updated(), sightings.unchanged(), rollups, version);
        new Progressing(writing).note(batch, result);
        return result;
    }

    /** By id, wherever they lie: an item keeps the subreddit under which it was first seen. */
    private Map<String, ItemState> stored() {
        List<String> ids = batch.items().stream().map(scored -> Keys.id(Texts.clean(scored.item().fullname()))).distinct().toList();
        Map<String, ItemState> stored = new HashMap<>();
        for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
            Sought sought = Sought.of("*", Kinds.ITEM).in("c.id", ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE)));
            for (JsonNode json : writing.items().query(sought)) {
                ItemState state = ItemDocument.state(json);
                stored.put(state.scored().item().fullname(), state);
            }
        }
        return stored;
    }

    private void write(Collection<Sightings.Change> changes, long version) {
        Map<String, List<Sightings.Change>> byPartition = new LinkedHashMap<>();
        for (Sightings.Change change : changes) {
            byPartition.computeIfAbsent(Keys.partition(change.now().scored().item()), _ -> new ArrayList<>()).add(change);
        }
        writing.touch(byPartition.keySet());
        for (List<Sightings.Change> ofDay : byPartition.values()) {
            List<Sightings.Change> part = new ArrayList<>();
            int bytes = 0;
            for (Sightings.Change change : ofDay) {
                // A letter may take three bytes, and one that is escaped six; few do.
                int size = 2000 + 3 * change.now().scored().item().text().length();
                if (part.size() == Writing.MOST_OPERATIONS || (bytes + size > Writing.MOST_BYTES && !part.isEmpty())) {
                    write(part, version);
                    part = new ArrayList<>();
                    bytes = 0;
                }
                part.add(change);
                bytes += size;
            }
            write(part, version);
        }
    }

    /** Changes of one partition. */
    private void write(List<Sightings.Change> part, long version) {
        RollupDeltas deltas = new RollupDeltas();
        ItemCounts counts = new ItemCounts();
        List<ObjectNode> documents = new ArrayList<>();
        for (Sightings.Change change : part) {
            if (change.before() != null) {
                deltas.remove(change.before().scored());
                count(counts, change.before(), -1);
            }
            deltas.add(change.now().scored());
            count(counts, change.now(), 1);
            documents.add(ItemDocument.of(change.now()));
        }
        Item item = part.getFirst().now().scored().item();
        Day day = writing.days().of(item.subreddit(), Keys.date(item.createdUtc()));
        day.add(deltas.list(), version);
        day.add(counts);
        writing.commit(day, documents, List.of());
        writing.head().add(item.subreddit(), counts);
    }

    private static void count(ItemCounts counts, ItemState state, long items) {
        counts.add(state.scored().item().kind(), Sort.of(state.scored()), items);
    }
}
