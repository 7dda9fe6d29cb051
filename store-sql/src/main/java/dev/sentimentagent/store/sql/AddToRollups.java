package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Rollup;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Adds deltas to the stored rollups. One that becomes empty stays, so that whoever asks what has changed is told. */
final class AddToRollups {
    private static final String ADD = """
            INSERT INTO rollup (hour, dimension, name, kind, %1$s, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (hour, dimension, name, kind) DO UPDATE SET
              positive = rollup.positive + excluded.positive,
              negative = rollup.negative + excluded.negative,
              neutral = rollup.neutral + excluded.neutral,
              compound_sum_e4 = rollup.compound_sum_e4 + excluded.compound_sum_e4,
              square_sum_e8 = rollup.square_sum_e8 + excluded.square_sum_e8,
              version = excluded.version
            RETURNING %1$s""".formatted(Tallies.STORED);

    private AddToRollups() {}

    /**
     * Adds.
     *
     * @param version of the data, of which the deltas are a part
     * @return the same rollups as they are now
     */
    static List<Rollup> write(Session session, List<Rollup> deltas, long version) throws SQLException {
        List<Rollup> now = new ArrayList<>(deltas.size());
        for (Rollup delta : deltas) {
            Rollup.Key key = delta.key();
            Sql add = session.sql(ADD)
                    .number(Times.hour(key.hour()))
                    .number(Codes.of(key.dimension()))
                    .text(key.name())
                    .number(Codes.of(key.kind()));
            now.add(new Rollup(key, Tallies.give(add, delta.tally()).number(version).only(Tallies::read)));
        }
        return now;
    }
}
