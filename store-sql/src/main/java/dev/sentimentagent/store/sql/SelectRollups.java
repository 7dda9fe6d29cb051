package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Window;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

record SelectRollups(Window hours) implements Query<List<Rollup>> {
    static final String SQL = """
            SELECT hour, dimension, name, kind, positive, negative, neutral, compound_sum_e4
            FROM rollup WHERE hour >= ? AND hour < ?""";

    SelectRollups {
        requireNonNull(hours, "hours");
    }

    @Override
    public List<Rollup> run(Session session) throws SQLException {
        return session.sql(SQL).number(Times.hourUp(hours.start())).number(Times.hourUp(hours.end())).list(SelectRollups::rollup);
    }

    private static Rollup rollup(Row row) throws SQLException {
        Instant hour = Times.ofHour(row.number());
        Dimension dimension = Codes.dimension(row.number());
        String name = row.text();
        ItemKind kind = Codes.kind(row.number());
        return new Rollup(new Rollup.Key(dimension, name, kind, hour), Tallies.read(row));
    }
}
