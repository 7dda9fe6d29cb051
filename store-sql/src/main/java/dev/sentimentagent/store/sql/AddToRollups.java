package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import java.sql.SQLException;
import java.util.List;

/** Adds deltas to the stored rollups; those that become empty go. */
final class AddToRollups {
    private static final String ADD = """
            INSERT INTO rollup (hour, dimension, name, kind, positive, negative, neutral, compound_sum_e4)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (hour, dimension, name, kind) DO UPDATE SET
              positive = rollup.positive + excluded.positive,
              negative = rollup.negative + excluded.negative,
              neutral = rollup.neutral + excluded.neutral,
              compound_sum_e4 = rollup.compound_sum_e4 + excluded.compound_sum_e4""";

    private static final String DROP_EMPTY = """
            DELETE FROM rollup
            WHERE hour = ? AND dimension = ? AND name = ? AND kind = ? AND positive = 0 AND negative = 0 AND neutral = 0""";

    private AddToRollups() {}

    static void write(Session session, List<Rollup> deltas) throws SQLException {
        for (Rollup delta : deltas) {
            Tally tally = delta.tally();
            at(session.sql(ADD), delta.key()).number(tally.positive())
                    .number(tally.negative())
                    .number(tally.neutral())
                    .number(tally.compoundSumE4())
                    .update();
            if (tally.total() < 0) {
                at(session.sql(DROP_EMPTY), delta.key()).update();
            }
        }
    }

    private static Sql at(Sql sql, Rollup.Key key) throws SQLException {
        return sql.number(Times.hour(key.hour())).number(Codes.of(key.dimension())).text(key.name()).number(Codes.of(key.kind()));
    }
}
