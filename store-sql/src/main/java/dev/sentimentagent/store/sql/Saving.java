package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Texts;
import dev.sentimentagent.model.store.sighting.Clean;
import dev.sentimentagent.model.store.sighting.ItemState;
import dev.sentimentagent.model.store.sighting.Sightings;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches within one transaction. Whatever their number, each item is read and written once, each rollup too, and the version of the data
 * moves by one.
 */
final class Saving {
    private static final String SERIALIZATION_FAILURE = "40001";

    private final Session session;
    private final Names names;
    /** Whether anything was not read, because it is known. */
    private boolean assumed;

    Saving(Session session) {
        this.session = session;
        this.names = session.names();
    }

    /** @return what came of each, with the rollups that all of them have changed: whoever is told of one knows all of that version */
    List<BatchResult> save(List<Batch> batches) throws SQLException {
        List<List<ScoredItem>> items = new ArrayList<>(batches.size());
        for (Batch batch : batches) {
            items.add(clean(batch));
        }
        long before = DataVersion.current(session);
        LoadedNames loaded = session.loaded();
        Sightings sightings = new Sightings(stored(batches, before, loaded != null && loaded.holdAt(before) ? loaded : null),
                Horizon.current(session));
        List<Counted> counted = new ArrayList<>(batches.size());
        for (int i = 0; i < batches.size(); i++) {
            Counted others = Counted.of(sightings);
            items.get(i).forEach(batches.get(i).rescores() ? sightings::rescore : sightings::add);
            counted.add(Counted.of(sightings).minus(others));
        }
        write(sightings);
        ItemCountRows.add(session, sightings.counts());
        long version = sightings.changes().isEmpty() ? before : next(before);
        if (loaded != null && loaded.holdAt(before)) {
            loaded.moveTo(version);
        }
        List<Rollup> rollups = List.copyOf(RollupTable.HOURS.add(session, sightings.deltas(), version));
        List<BatchResult> results = new ArrayList<>(batches.size());
        for (int i = 0; i < batches.size(); i++) {
            BatchResult result = counted.get(i).result(rollups, version);
            report(batches.get(i), result);
            results.add(result);
        }
        return results;
    }

    private List<ScoredItem> clean(Batch batch) throws SQLException {
        List<ScoredItem> items = new ArrayList<>(batch.items().size());
        for (ScoredItem item : batch.items()) {
            items.add(batch.rescores() ? Clean.stored(item) : Clean.of(item, names.subreddit(item.item().subreddit()).name()));
        }
        return items;
    }

    /** The stored ones of the items; those that are known to be as they were read, or not to be stored, are not read. */
    private Map<String, ItemState> stored(List<Batch> batches, long version, @Nullable LoadedNames loaded) throws SQLException {
        Map<String, ItemState> stored = new HashMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (Batch batch : batches) {
            Batch.AsRead asRead = batch.asRead();
            if (asRead != null && asRead.dataVersion() == version) {
                // When they changed is not known: what is found in them changes without it.
                assumed = true;
                asRead.items().forEach(item -> stored.put(item.item().fullname(), new ItemState(item, Instant.EPOCH)));
            } else {
                for (ScoredItem item : batch.items()) {
                    String fullname = Texts.clean(item.item().fullname());
                    if (loaded == null || loaded.add(fullname)) {
                        unknown.add(fullname);
                    }
                }
            }
        }
        InList.each(session, ItemRow.SELECT + "WHERE fullname IN %s", List.copyOf(unknown), row -> {
            ItemState state = ItemRow.state(row, names);
            stored.put(state.scored().item().fullname(), state);
        });
        return stored;
    }

    private long next(long before) throws SQLException {
        long version = DataVersion.next(session);
        if (assumed && version != before + 1) {
            // A server lets another write between our look at the version and this: what is known may not be so any more.
            throw new SQLException("another has written at the same time", SERIALIZATION_FAILURE);
        }
        return version;
    }

    private void write(Sightings sightings) throws SQLException {
        WriteItems write = new WriteItems(session, names);
        for (Sightings.Change change : sightings.changes()) {
            if (change.before() == null) {
                write.insert(change.now());
            } else {
                write.update(change.before(), change.now());
            }
        }
        write.flush();
    }

    private void report(Batch batch, BatchResult result) throws SQLException {
        if (batch.progress() != null) {
            AddToReport.write(session, names, batch.progress(), result);
        }
        if (batch.coverage() != null) {
            WriteCoverage.write(session, names, batch.coverage());
        }
        if (batch.gap() != null) {
            WriteGap.write(session, names, batch.gap());
        }
    }

    private record Counted(long added, long updated, long unchanged) {
        static Counted of(Sightings sightings) {
            return new Counted(sightings.added(), sightings.updated(), sightings.unchanged());
        }

        Counted minus(Counted before) {
            return new Counted(added - before.added, updated - before.updated, unchanged - before.unchanged);
        }

        BatchResult result(List<Rollup> rollups, long version) {
            return new BatchResult(added, updated, unchanged, rollups, version);
        }
    }
}
