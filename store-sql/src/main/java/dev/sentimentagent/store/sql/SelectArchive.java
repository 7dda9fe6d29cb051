package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.DayRollup;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

record SelectArchive(Window days) implements Query<List<DayRollup>> {
    /** Begin of a query whose rows {@link #rollup} reads. */
    static final String SELECT = "SELECT day, dimension, name, kind, " + Tallies.STORED + " FROM rollup_day ";
    static final String SQL = SELECT + "WHERE day >= ? AND day < ?";

    SelectArchive {
        requireNonNull(days, "days");
    }

    @Override
    public List<DayRollup> run(Session session) throws SQLException {
        return session.sql(SQL).number(Times.dayUp(days.start())).number(Times.dayUp(days.end())).list(SelectArchive::rollup);
    }

    static DayRollup rollup(Row row) throws SQLException {
        LocalDate day = LocalDate.ofEpochDay(row.number());
        Dimension dimension = Codes.dimension(row.number());
        String name = row.text();
        ItemKind kind = Codes.kind(row.number());
        return new DayRollup(new DayRollup.Key(dimension, name, kind, day), Tallies.read(row));
    }
}
