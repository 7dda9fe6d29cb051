package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.DayRollup;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Adds what expires to the daily rollups. */
final class AddToDayRollups {
    private static final String ADD = """
            INSERT INTO rollup_day (day, dimension, name, kind, %1$s, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (day, dimension, name, kind) DO UPDATE SET
              positive = rollup_day.positive + excluded.positive,
              negative = rollup_day.negative + excluded.negative,
              neutral = rollup_day.neutral + excluded.neutral,
              compound_sum_e4 = rollup_day.compound_sum_e4 + excluded.compound_sum_e4,
              square_sum_e8 = rollup_day.square_sum_e8 + excluded.square_sum_e8,
              version = excluded.version
            RETURNING %1$s""".formatted(Tallies.STORED);

    private AddToDayRollups() {}

    /**
     * Adds.
     *
     * @param version of the data, of which the deltas are a part
     * @return the same rollups as they are now
     */
    static List<DayRollup> write(Session session, List<DayRollup> deltas, long version) throws SQLException {
        List<DayRollup> now = new ArrayList<>(deltas.size());
        for (DayRollup delta : deltas) {
            DayRollup.Key key = delta.key();
            Sql add = session.sql(ADD)
                    .number(key.day().toEpochDay())
                    .number(Codes.of(key.dimension()))
                    .text(key.name())
                    .number(Codes.of(key.kind()));
            now.add(new DayRollup(key, Tallies.give(add, delta.tally()).number(version).only(Tallies::read)));
        }
        return now;
    }
}
