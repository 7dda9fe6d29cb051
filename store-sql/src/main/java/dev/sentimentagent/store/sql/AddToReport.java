package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;

/** Adds what a batch did to the report of its cycle on its subreddit. */
final class AddToReport {
    private static final String ADD_COUNTS = """
            INSERT INTO cycle_report (cycle_id, subreddit_id, fetched, stored, updated, unchanged, rejected)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (cycle_id, subreddit_id) DO UPDATE SET
              fetched = cycle_report.fetched + excluded.fetched,
              stored = cycle_report.stored + excluded.stored,
              updated = cycle_report.updated + excluded.updated,
              unchanged = cycle_report.unchanged + excluded.unchanged,
              rejected = cycle_report.rejected + excluded.rejected""";

    private static final String ADD_INCIDENT = """
            INSERT INTO cycle_incident (cycle_id, subreddit_id, reason, detail, count)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (cycle_id, subreddit_id, reason, detail) DO UPDATE SET
              count = cycle_incident.count + excluded.count""";

    private AddToReport() {}

    static void write(Session session, Names names, Batch.Progress progress, BatchResult result) throws SQLException {
        String cycle = Texts.clean(progress.cycleId());
        long subreddit = names.subreddit(progress.subreddit()).id();
        session.sql(ADD_COUNTS)
                .text(cycle)
                .number(subreddit)
                .number(result.stored() + result.updated() + result.unchanged() + progress.rejected())
                .number(result.stored())
                .number(result.updated())
                .number(result.unchanged())
                .number(progress.rejected())
                .update();
        for (Incident incident : progress.incidents()) {
            session.sql(ADD_INCIDENT)
                    .text(cycle)
                    .number(subreddit)
                    .text(incident.reason().label())
                    .text(Texts.clean(incident.detail()))
                    .number(incident.count())
                    .update();
        }
    }
}
