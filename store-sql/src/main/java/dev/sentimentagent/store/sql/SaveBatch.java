package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.sighting.Clean;
import dev.sentimentagent.model.store.sighting.ItemState;
import dev.sentimentagent.model.store.sighting.Sightings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record SaveBatch(Batch batch) implements Query<BatchResult> {
    SaveBatch {
        requireNonNull(batch, "batch");
    }

    @Override
    public BatchResult run(Session session) throws SQLException {
        Names names = session.names();
        Sightings sightings = sight(session, names);
        WriteItems write = new WriteItems(session, names);
        for (Sightings.Change change : sightings.changes()) {
            if (change.before() == null) {
                write.insert(change.now());
            } else {
                write.update(change.before(), change.now());
            }
        }
        write.flush();
        ItemCountRows.add(session, sightings.counts());
        long version = sightings.changes().isEmpty() ? DataVersion.current(session) : DataVersion.next(session);
        BatchResult result = new BatchResult(sightings.added(), sightings.updated(), sightings.unchanged(),
                RollupTable.HOURS.add(session, sightings.deltas(), version), version);
        if (batch.progress() != null) {
            AddToReport.write(session, names, batch.progress(), result);
        }
        if (batch.coverage() != null) {
            WriteCoverage.write(session, names, batch.coverage());
        }
        if (batch.gap() != null) {
            WriteGap.write(session, names, batch.gap());
        }
        return result;
    }

    private Sightings sight(Session session, Names names) throws SQLException {
        List<ScoredItem> items = new ArrayList<>();
        for (ScoredItem item : batch.items()) {
            items.add(Clean.of(item, names.subreddit(item.item().subreddit()).name()));
        }
        Map<String, ItemState> stored = new HashMap<>();
        List<String> fullnames = items.stream().map(scored -> scored.item().fullname()).distinct().toList();
        InList.each(session, ItemRow.SELECT + "WHERE fullname IN %s", fullnames, row -> {
            ItemState state = ItemRow.state(row, names);
            stored.put(state.scored().item().fullname(), state);
        });
        Sightings sightings = new Sightings(stored, Horizon.current(session));
        items.forEach(batch.rescores() ? sightings::rescore : sightings::add);
        return sightings;
    }

    /** Without the items' text. */
    @Override
    public String toString() {
        @Nullable
        String cycle = batch.progress() == null ? null : batch.progress().cycleId();
        return "SaveBatch[items=" + batch.items().size() + ", cycle=" + cycle + "]";
    }
}
