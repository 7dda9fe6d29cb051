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

    /** Begin of a query whose rows {@link #read} reads, and of its condition. */
    final String select;
    private final String addWithout;
    private final String add;
    private final String ofVersion;
    private final int seconds;

    RollupTable(String table, String start, int seconds) {
        this.seconds = seconds;
        select = "SELECT %s, dimension, name, kind, %s FROM %s WHERE %s AND ".formatted(start, Tallies.STORED, table,
                Codes.KNOWN_DIMENSION);
        ofVersion = select + "version = ?";
        addWithout = """
                INSERT INTO %1$s (%2$s, dimension, name, kind, %3$s, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (%2$s, dimension, name, kind) DO UPDATE SET
                  positive = %1$s.positive + excluded.positive,
                  negative = %1$s.negative + excluded.negative,
                  neutral = %1$s.neutral + excluded.neutral,
                  compound_sum_e4 = %1$s.compound_sum_e4 + excluded.compound_sum_e4,
                  square_sum_e8 = %1$s.square_sum_e8 + excluded.square_sum_e8,
                  version = excluded.version""".formatted(table, start, Tallies.STORED);
        add = addWithout + " RETURNING " + Tallies.STORED;
    }

    /**
     * Adds deltas to the stored rollups.
     *
     * @param version that this transaction gives the data; what else has been added under it is returned too
     * @return the same rollups as they are now
     */
    List<Rollup> add(Session session, List<Rollup> deltas, long version) throws SQLException {
        if (session.batches()) {
            for (Rollup delta : deltas) {
                given(session.sql(addWithout), delta, version).queue();
            }
            session.sql(addWithout).flush();
            return deltas.isEmpty() ? List.of() : session.sql(ofVersion).number(version).list(this::read);
        }
        List<Rollup> now = new ArrayList<>(deltas.size());
        for (Rollup delta : deltas) {
            now.add(new Rollup(delta.key(), given(session.sql(add), delta, version).only(Tallies::read)));
        }
        return now;
    }

    private Sql given(Sql sql, Rollup delta, long version) throws SQLException {
        Rollup.Key key = delta.key();
        sql
                .number(Math.floorDiv(key.hour().getEpochSecond(), seconds))
                .number(Codes.of(key.dimension()))
                .text(key.name())
                .number(Codes.of(key.kind()));
        return Tallies.give(sql, delta.tally()).number(version);
    }

    Rollup read(Row row) throws SQLException {
        Instant start = Times.ofSeconds(row.number() * seconds);
        Dimension dimension = Codes.dimension(row.number());
        String name = row.text();
        ItemKind kind = Codes.kind(row.number());
        return new Rollup(new Rollup.Key(dimension, name, kind, start), Tallies.read(row));
    }
}
