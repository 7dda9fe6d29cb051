package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.SubredditReport;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

record SelectCycles(int limit) implements Query<List<Cycle>> {
    static final String CYCLES = """
            SELECT cycle_id, started_at, ended_at, status, requests, limiter_wait_ms, rss_start_bytes, rss_end_bytes
            FROM cycle ORDER BY started_at DESC, cycle_id DESC LIMIT ?""";

    static final String REPORTS = """
            SELECT cycle_id, subreddit_id, fetched, stored, updated, unchanged, rejected
            FROM cycle_report WHERE cycle_id IN %s ORDER BY cycle_id, subreddit_id""";

    static final String INCIDENTS = """
            SELECT cycle_id, subreddit_id, reason, detail, count
            FROM cycle_incident WHERE cycle_id IN %s ORDER BY cycle_id, subreddit_id, reason, detail""";

    private record ReportKey(String cycle, long subreddit) {}

    SelectCycles {
        Limits.check(limit);
    }

    @Override
    public List<Cycle> run(Session session) throws SQLException {
        List<Cycle> cycles = session.sql(CYCLES).number(limit).list(SelectCycles::cycle);
        List<String> ids = cycles.stream().map(Cycle::id).toList();
        Map<String, List<SubredditReport>> reports = reports(session, ids);
        return cycles.stream().map(cycle -> withReports(cycle, reports.getOrDefault(cycle.id(), List.of()))).toList();
    }

    private static Map<String, List<SubredditReport>> reports(Session session, List<String> ids) throws SQLException {
        Map<ReportKey, List<Incident>> incidents = new HashMap<>();
        InList.each(session, INCIDENTS, ids, row -> incidents
                .computeIfAbsent(new ReportKey(row.text(), row.number()), key -> new ArrayList<>())
                .add(Incident.ofStored(row.text(), row.text(), row.number())));
        Names names = session.names();
        Map<String, List<SubredditReport>> reports = new HashMap<>();
        InList.each(session, REPORTS, ids, row -> {
            ReportKey key = new ReportKey(row.text(), row.number());
            Counts counts = new Counts(row.number(), row.number(), row.number(), row.number(), row.number());
            reports.computeIfAbsent(key.cycle(), cycle -> new ArrayList<>())
                    .add(new SubredditReport(names.subreddit(key.subreddit()), counts, incidents.getOrDefault(key, List.of())));
        });
        return reports;
    }

    private static Cycle cycle(Row row) throws SQLException {
        String id = row.text();
        Instant startedAt = Times.ofMillis(row.number());
        Long ended = row.numberOrNull();
        return new Cycle(id, startedAt, ended == null ? null : Times.ofMillis(ended),
                CycleStatus.valueOf(row.text().toUpperCase(Locale.ROOT)), List.of(), row.number(), Duration.ofMillis(row.number()),
                row.number(), row.number());
    }

    private static Cycle withReports(Cycle cycle, List<SubredditReport> reports) {
        return new Cycle(cycle.id(), cycle.startedAt(), cycle.endedAt(), cycle.status(), reports, cycle.requests(), cycle.limiterWait(),
                cycle.rssStartBytes(), cycle.rssEndBytes());
    }
}
