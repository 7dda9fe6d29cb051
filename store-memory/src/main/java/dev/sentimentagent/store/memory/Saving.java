package dev.sentimentagent.store.memory;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.SubredditReport;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.store.Texts;
import dev.sentimentagent.model.store.sighting.Clean;
import dev.sentimentagent.model.store.sighting.Sightings;
import java.util.ArrayList;
import java.util.List;

/** Writes one batch: what can fail fails before anything is written. */
record Saving(MemoryData data, Batch batch) {
    BatchResult run() {
        Batch.Progress progress = batch.progress();
        if (progress != null && !data.cycles.containsKey(Texts.clean(progress.cycleId()))) {
            throw new StoreException("save failed: cycle " + progress.cycleId() + " was never opened", false, null);
        }
        Sightings sightings = new Sightings(data.items, data.horizon);
        for (ScoredItem item : batch.items()) {
            ScoredItem clean = Clean.of(item, data.subreddit(item.item().subreddit()));
            if (batch.rescores()) {
                sightings.rescore(clean);
            } else {
                sightings.add(clean);
            }
        }
        List<Rollup> deltas = sightings.deltas();
        boolean changes = !sightings.changes().isEmpty();
        sightings.changes().forEach(change -> data.items.put(change.now().scored().item().fullname(), change.now()));
        data.version += changes ? 1 : 0;
        List<Rollup> rollups = data.add(data.hours, deltas);
        BatchResult result = new BatchResult(sightings.added(), sightings.updated(), sightings.unchanged(), rollups, data.version);
        if (progress != null) {
            report(progress, result);
        }
        if (batch.coverage() != null) {
            cover(batch.coverage());
        }
        if (batch.gap() != null) {
            record(batch.gap());
        }
        return result;
    }

    private void report(Batch.Progress progress, BatchResult result) {
        String name = data.subreddit(progress.subreddit());
        long fetched = result.stored() + result.updated() + result.unchanged() + progress.rejected();
        Counts counts = new Counts(fetched, result.stored(), result.updated(), result.unchanged(), progress.rejected());
        List<Incident> incidents = new ArrayList<>(progress.incidents().stream().map(Saving::clean).toList());
        SubredditReport more = new SubredditReport(name, counts, incidents);
        data.cycles.computeIfPresent(Texts.clean(progress.cycleId()),
                (_, cycle) -> MemoryCycleStore.withReports(cycle, SubredditReport.plus(cycle.subreddits(), more)));
    }

    private static Incident clean(Incident incident) {
        return new Incident(incident.reason(), Texts.clean(incident.detail()), incident.count());
    }

    private void cover(Coverage coverage) {
        String name = data.subreddit(coverage.subreddit());
        data.coverages.put(new MemoryData.ListingKey(name, coverage.listing()),
                new Coverage(name, coverage.listing(), coverage.from(), coverage.until(), coverage.newest()));
    }

    private void record(Gap gap) {
        String name = data.subreddit(gap.subreddit());
        data.gaps.putIfAbsent(new MemoryData.GapKey(name, gap.listing(), gap.from(), gap.to(), gap.reason()),
                new Gap(name, gap.listing(), gap.from(), gap.to(), gap.reason(), gap.cycleId(), gap.recordedAt()));
    }
}
