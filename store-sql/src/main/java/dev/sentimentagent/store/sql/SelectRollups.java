package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Rollups;
import java.sql.SQLException;
import java.time.Instant;

record SelectRollups(Window hours) implements Query<Rollups> {
    /** Begin of a query whose rows {@link #rollup} reads. */
    static final String SELECT = "SELECT hour, dimension, name, kind, " + Tallies.STORED + " FROM rollup ";
    static final String SQL = SELECT + "WHERE hour >= ? AND hour < ? AND positive + negative + neutral > 0";

    SelectRollups {
        requireNonNull(hours, "hours");
    }

    @Override
    public Rollups run(Session session) throws SQLException {
        return new Rollups(
                session.sql(SQL).number(Times.hourUp(hours.start())).number(Times.hourUp(hours.end())).list(SelectRollups::rollup),
                new SelectArchive(hours).run(session), emptyBefore(session), DataVersion.current(session));
    }

    static Instant emptyBefore(Session session) throws SQLException {
        return session.sql("SELECT hour FROM rollup ORDER BY hour LIMIT 1").first(row -> Times.ofHour(row.number())).orElse(Instant.MAX);
    }

    static Rollup rollup(Row row) throws SQLException {
        Instant hour = Times.ofHour(row.number());
        Dimension dimension = Codes.dimension(row.number());
        String name = row.text();
        ItemKind kind = Codes.kind(row.number());
        return new Rollup(new Rollup.Key(dimension, name, kind, hour), Tallies.read(row));
    }
}
