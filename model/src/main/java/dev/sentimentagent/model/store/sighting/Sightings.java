package dev.sentimentagent.model.store.sighting;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a batch makes of the stored items, worked out in memory before anything is written. Not thread-safe. */
public final class Sightings {
    /** What became of one item; {@code before} is null if it is new. */
    public record Change(@Nullable ItemState before, ItemState now) {}

    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final Map<String, ItemState> stored;
    private final Instant horizon;
    private long added;
    private long updated;
    private long unchanged;

    /**
     * @param stored by fullname, the known ones of the items that will be sighted
     * @param horizon what is not known and was created before it has been forgotten for good
     */
    public Sightings(Map<String, ItemState> stored, Instant horizon) {
        this.stored = stored;
        this.horizon = horizon;
    }

    /** Takes the next sighting, in the order in which they were made. */
    public void add(ScoredItem sighting) {
        String fullname = sighting.item().fullname();
        Change change = changes.get(fullname);
        ItemState before = change == null ? stored.get(fullname) : change.before();
        ItemState known = change == null ? before : change.now();
        if (known == null && sighting.item().createdUtc().isBefore(horizon)) {
            unchanged++;
            return;
        }
        ItemState now = known == null ? ItemState.first(sighting) : known.after(sighting);
        if (known == null) {
            added++;
        } else if (now.equals(known)) {
            unchanged++;
            return;
        } else {
            updated++;
        }
        changes.put(fullname, new Change(before, now));
    }

    /** Takes another score and other tools of a stored item; one that is not stored, or has another text by now, stays as it is. */
    public void rescore(ScoredItem item) {
        String fullname = item.item().fullname();
        Change change = changes.get(fullname);
        ItemState before = change == null ? stored.get(fullname) : change.before();
        ItemState known = change == null ? before : change.now();
        ItemState now = known == null ? null : known.rescored(item);
        if (now == null || now.equals(known)) {
            unchanged++;
        } else {
            updated++;
            changes.put(fullname, new Change(before, now));
        }
    }

    /** New items, and known ones that are now otherwise, in the order of their first sighting. */
    public Collection<Change> changes() {
        return changes.values();
    }

    /** What it all adds to the numbers of items. */
    public ItemCounts counts() {
        ItemCounts counts = new ItemCounts();
        for (Change change : changes.values()) {
            if (change.before() != null) {
                ScoredItem before = change.before().scored();
                counts.add(before.item().kind(), ItemCounts.Sort.of(before), -1);
            }
            ScoredItem now = change.now().scored();
            counts.add(now.item().kind(), ItemCounts.Sort.of(now), 1);
        }
        return counts;
    }

    /** What it all adds to the rollups. */
    public List<Rollup> deltas() {
        RollupDeltas deltas = new RollupDeltas();
        for (Change change : changes.values()) {
            if (change.before() != null) {
                deltas.remove(change.before().scored());
            }
            deltas.add(change.now().scored());
        }
        return deltas.list();
    }

    public long added() {
        return added;
    }

    public long updated() {
        return updated;
    }

    public long unchanged() {
        return unchanged;
    }
}
