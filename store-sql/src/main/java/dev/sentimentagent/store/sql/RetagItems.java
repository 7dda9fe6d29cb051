package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.catalogue.Applied;
import dev.sentimentagent.model.catalogue.Retag;
import dev.sentimentagent.model.store.sighting.RollupDeltas;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives stored items other tools, step after step, with the effect on the rollups, and notes which items had which before. Items speak of few
 * different sets of tools, so what becomes of each set is worked out once. Not thread-safe.
 */
final class RetagItems {
    /** Begins in the index by time, which tells the set of tools without a look at the item. */
    static final String NOTE = """
            INSERT INTO retagged (version, step, fullname, set_before, set_after)
            SELECT ?, ?, item.fullname, item.tool_set_id, retag_set.set_after
            FROM item CROSS JOIN retag_set
            WHERE retag_set.set_before = item.tool_set_id AND item.created_utc >= ? AND item.created_utc <= ?""";

    /** What has other tools by now, because it was edited or matched anew, stays as it is. */
    static final String NOTE_BACK = """
            INSERT INTO retagged (version, step, fullname, set_before, set_after)
            SELECT ?, ?, earlier.fullname, earlier.set_after, earlier.set_before
            FROM retagged earlier JOIN item ON item.fullname = earlier.fullname AND item.tool_set_id = earlier.set_after
            WHERE earlier.version = ? AND earlier.step = ?""";

    static final String EFFECT = """
            SELECT (created_utc - (created_utc %% 3600 + 3600) %% 3600) / 3600 AS hour, set_before, set_after, kind, %s
            FROM retagged JOIN item ON item.fullname = retagged.fullname
            WHERE version = ? AND step = ? AND deleted = 0 AND sentiment < 2
            GROUP BY hour, set_before, set_after, kind""".formatted(Tallies.COLUMNS);

    static final String CHANGE = """
            UPDATE item SET tool_set_id = retagged.set_after
            FROM retagged WHERE retagged.fullname = item.fullname AND retagged.version = ? AND retagged.step = ?""";

    /** Those whose items must all have expired since. */
    private static final String FORGET = """
            DELETE FROM retagged WHERE version IN (
              SELECT version FROM audit WHERE at < (SELECT coalesce(max(before_utc), 0) * 1000 FROM horizon))""";

    private final Session session;
    private final Names names;
    private final long version;
    private final RollupDeltas deltas = new RollupDeltas();
    private final Map<String, Long> mentions = new HashMap<>();
    private long updated;
    private long replacements;
    private int step;

    RetagItems(Session session, long version) {
        this.session = session;
        this.names = session.names();
        this.version = version;
    }

    void run(Retag retag) throws SQLException {
        retag.of().forEach(tool -> mentions.putIfAbsent(tool, 0L));
        Set<Long> sets = new LinkedHashSet<>();
        InList.each(session, "SELECT tool_set_id FROM tool_set_member WHERE tool_id IN %s", List.copyOf(retag.of()),
                row -> sets.add(row.number()));
        session.sql("DELETE FROM retag_set").update();
        for (long set : sets) {
            session.sql("INSERT INTO retag_set (set_before, set_after) VALUES (?, ?)")
                    .number(set)
                    .number(names.toolSetId(retag.apply(names.mentions(set))))
                    .update();
        }
        session.sql("DELETE FROM retag_set WHERE set_before = set_after").update();
        session.sql(NOTE).number(version).number(step).number(Long.MIN_VALUE).number(Long.MAX_VALUE).update();
        session.sql("DELETE FROM retag_set").update();
        change(retag);
    }

    void takeBack(long earlier) throws SQLException {
        long last = session.sql("SELECT coalesce(max(step), -1) FROM retagged WHERE version = ?").number(earlier).only(Row::number);
        for (long undone = last; undone >= 0; undone--) {
            session.sql(NOTE_BACK).number(version).number(step).number(earlier).number(undone).update();
            change(new Retag(Set.of(), Set.of(), Set.of()));
        }
        session.sql("DELETE FROM retagged WHERE version = ?").number(earlier).update();
    }

    /** Writes the effect on the rollups. */
    Applied done() throws SQLException {
        session.sql(FORGET).update();
        long dataVersion = DataVersion.next(session);
        RollupTable.HOURS.add(session, deltas.list(), dataVersion);
        return new Applied(version, dataVersion, updated, replacements, mentions);
    }

    private void change(Retag retag) throws SQLException {
        session.sql(EFFECT).number(version).number(step).each(row -> {
            var hour = Times.ofHour(row.number());
            Mentions before = names.mentions(row.number());
            Mentions after = names.mentions(row.number());
            var kind = Codes.kind(row.number());
            Tally tally = Tallies.read(row);
            // Of the same subreddit before and after: what is counted there stays.
            deltas.shift("", kind, hour, before, Tally.ZERO.minus(tally));
            deltas.shift("", kind, hour, after, tally);
            for (String tool : before.toolIds()) {
                if (retag.of().contains(tool)) {
                    mentions.merge(tool, tally.total(), Long::sum);
                }
                if (!after.toolIds().contains(tool)) {
                    replacements += tally.total();
                }
            }
        });
        updated += session.sql(CHANGE).number(version).number(step).update();
        step++;
    }
}
