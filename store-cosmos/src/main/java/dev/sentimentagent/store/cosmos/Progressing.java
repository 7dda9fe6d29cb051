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
        SubredditReport more = new SubredditReport(name, counts, incidents);
        CycleDocuments.update(writing, Texts.clean(progress.cycleId()),
                cycle -> CycleDocuments.with(cycle, SubredditReport.plus(cycle.subreddits(), more)));
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
