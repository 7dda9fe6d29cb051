package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.store.RetentionStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

record ExpireRecords(Instant before, int limit) implements Query<Integer> {
    static final String CYCLES = """
            SELECT cycle_id FROM cycle
            WHERE started_at < ? AND status <> 'running'
              AND cycle_id NOT IN (SELECT cycle_id FROM cycle ORDER BY started_at DESC, cycle_id DESC LIMIT ?)
              AND cycle_id NOT IN (
                SELECT cycle_id FROM cycle WHERE status IN ('completed', 'partial') AND ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT 1)
            ORDER BY started_at LIMIT ?""";

    static final String GAPS = """
            SELECT subreddit_id, listing, from_at, to_at, reason FROM gap WHERE to_at <= ? ORDER BY to_at, from_at LIMIT ?""";

    private static final String DELETE_GAP = """
            DELETE FROM gap WHERE subreddit_id = ? AND listing = ? AND from_at = ? AND to_at = ? AND reason = ?""";

    private record GapKey(long subreddit, String listing, long from, long to, String reason) {}

    ExpireRecords {
        requireNonNull(before, "before");
        Limits.atLeastOne(limit);
    }

    @Override
    public Integer run(Session session) throws SQLException {
        int cycles = deleteCycles(session);
        int deleted = cycles + deleteGaps(session, limit - cycles);
        if (deleted > 0) {
            DataVersion.next(session);
        }
        return deleted;
    }

    private int deleteCycles(Session session) throws SQLException {
        List<String> cycles = session.sql(CYCLES)
                .number(Times.millisUp(before))
                .number(RetentionStore.CYCLES_KEPT)
                .number(limit)
                .list(Row::text);
        for (String cycle : cycles) {
            for (String table : List.of("cycle_incident", "cycle_report", "cycle")) {
                session.sql("DELETE FROM " + table + " WHERE cycle_id = ?").text(cycle).update();
            }
        }
        return cycles.size();
    }

    private int deleteGaps(Session session, int atMost) throws SQLException {
        List<GapKey> gaps = session.sql(GAPS)
                .number(Times.millis(before))
                .number(atMost)
                .list(row -> new GapKey(row.number(), row.text(), row.number(), row.number(), row.text()));
        for (GapKey gap : gaps) {
            session.sql(DELETE_GAP)
                    .number(gap.subreddit())
                    .text(gap.listing())
                    .number(gap.from())
                    .number(gap.to())
                    .text(gap.reason())
                    .update();
        }
        return gaps.size();
    }
}
