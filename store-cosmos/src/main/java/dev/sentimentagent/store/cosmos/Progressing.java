package dev.sentimentagent.store.cosmos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.SubredditReport;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Texts;
import java.util.ArrayList;
import java.util.List;

/** Writes what a batch says beside its items, after them. */
final class Progressing {
    private final Writing writing;

    Progressing(Writing writing) {
        this.writing = writing;
    }

    void note(Batch batch, BatchResult result) {
        if (batch.progress() != null) {
            report(batch.progress(), result);
        }
        if (batch.gap() != null) {
            record(batch.gap());
        }
        if (batch.coverage() != null) {
            cover(batch.coverage());
        }
    }

    private void report(Batch.Progress progress, BatchResult result) {
        String name = writing.head().spelling(progress.subreddit());
        long fetched = result.stored() + result.updated() + result.unchanged() + progress.rejected();
        Counts counts = new Counts(fetched, result.stored(), result.updated(), result.unchanged(), progress.rejected());
        List<Incident> incidents = progress.incidents().stream()
                .map(incident -> new Incident(incident.reason(), Texts.clean(incident.detail()), incident.count()))
                .toList();
        CycleDocuments.update(writing, Texts.clean(progress.cycleId()), cycle -> {
            List<SubredditReport> reports = new ArrayList<>(cycle.subreddits());
            SubredditReport before = reports.stream()
                    .filter(report -> report.subreddit().equals(name))
                    .findAny()
                    .orElse(new SubredditReport(name, Counts.ZERO, List.of()));
            reports.remove(before);
            reports.add(new SubredditReport(name, before.counts().plus(counts), merged(before.incidents(), incidents)));
            return CycleDocuments.with(cycle, reports);
        });
    }

    private static List<Incident> merged(List<Incident> before, List<Incident> more) {
        List<Incident> all = new ArrayList<>(before);
        for (Incident incident : more) {
            Incident known = all.stream()
                    .filter(other -> other.reason().equals(incident.reason()) && other.detail().equals(incident.detail()))
                    .findAny()
                    .orElse(new Incident(incident.reason(), incident.detail(), 0));
            all.remove(known);
            all.add(new Incident(incident.reason(), incident.detail(), known.count() + incident.count()));
        }
        return all;
    }

    private void cover(Coverage coverage) {
        String name = writing.head().spelling(coverage.subreddit());
        writing.put(Kinds.COVERAGE, SubredditName.key(name) + " " + coverage.listing(), Json.object(),
                new Coverage(name, coverage.listing(), coverage.from(), coverage.until(), coverage.newest()));
    }

    private void record(Gap gap) {
        String name = writing.head().spelling(gap.subreddit());
        String id = id(name, gap);
        if (writing.records().read(Kinds.GAP, Keys.id(id)).isEmpty()) {
            ObjectNode columns = Json.object().put("until", gap.to().toEpochMilli());
            writing.put(Kinds.GAP, id, columns,
                    new Gap(name, gap.listing(), gap.from(), gap.to(), gap.reason(), gap.cycleId(), gap.recordedAt()));
        }
    }

    static String id(String subreddit, Gap gap) {
        return SubredditName.key(subreddit) + " " + gap.listing() + " " + gap.from() + " " + gap.to() + " " + gap.reason();
    }
}
