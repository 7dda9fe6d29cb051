package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Rollup;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A table of rollups. One of them that has become empty stays, so that whoever asks what has changed is told. */
enum RollupTable {
    /** Of the items that are stored. */
    HOURS("rollup", "hour", 3600),
    /** Of those that have expired. */
    DAYS("rollup_day", "day", 86_400);

    /** Begin of a query whose rows {@link #read} reads. */
    final String select;
    private final String add;
    private final int seconds;

    RollupTable(String table, String start, int seconds) {
        this.seconds = seconds;
        select = "SELECT %s, dimension, name, kind, %s FROM %s ".formatted(start, Tallies.STORED, table);
        add = """
                INSERT INTO %1$s (%2$s, dimension, name, kind, %3$s, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (%2$s, dimension, name, kind) DO UPDATE SET
                  positive = %1$s.positive + excluded.positive,
                  negative = %1$s.negative + excluded.negative,
                  neutral = %1$s.neutral + excluded.neutral,
                  compound_sum_e4 = %1$s.compound_sum_e4 + excluded.compound_sum_e4,
                  square_sum_e8 = %1$s.square_sum_e8 + excluded.square_sum_e8,
                  version = excluded.version
                RETURNING %3$s""".formatted(table, start, Tallies.STORED);
    }

    /**
     * Adds deltas to the stored rollups.
     *
     * @param version of the data, of which the deltas are a part
     * @return the same rollups as they are now
     */
    List<Rollup> add(Session session, List<Rollup> deltas, long version) throws SQLException {
        List<Rollup> now = new ArrayList<>(deltas.size());
        for (Rollup delta : deltas) {
            Rollup.Key key = delta.key();
            Sql sql = session.sql(add)
                    .number(Math.floorDiv(key.hour().getEpochSecond(), seconds))
                    .number(Codes.of(key.dimension()))
                    .text(key.name())
                    .number(Codes.of(key.kind()));
            now.add(new Rollup(key, Tallies.give(sql, delta.tally()).number(version).only(Tallies::read)));
        }
        return now;
    }

    Rollup read(Row row) throws SQLException {
        Instant start = Times.ofSeconds(row.number() * seconds);
        Dimension dimension = Codes.dimension(row.number());
        String name = row.text();
        ItemKind kind = Codes.kind(row.number());
        return new Rollup(new Rollup.Key(dimension, name, kind, start), Tallies.read(row));
    }
}
