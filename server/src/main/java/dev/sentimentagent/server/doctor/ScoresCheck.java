package dev.sentimentagent.server.doctor;

import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.server.reanalysis.Reanalysis;

/** Whether what is stored was scored by the method that the settings name. */
record ScoresCheck(Store store, ItemAnalyzer present) {
    private static final String NAME = "scores";

    Finding look() {
        Selection.Scorer scorer = present.scorer();
        String method = scorer.method() + " " + scorer.version();
        if (!Reanalysis.isDue(store, present)) {
            return Finding.ok(NAME, "the oldest items are scored by " + method);
        }
        if (store.jobs().count(JobStatus.QUEUED) + store.jobs().count(JobStatus.RUNNING) > 0) {
            return Finding.ok(NAME, "not all are by " + method + "; a reanalysis is under way");
        }
        return Finding.warn(NAME, "stored items have scores of another method or version than " + method,
                "./sentimentagent reanalyze, or POST /api/v1/admin/reanalysis/jobs with {\"rescore\": true} while the service runs, if charts"
                        + " of the past may change");
    }
}
