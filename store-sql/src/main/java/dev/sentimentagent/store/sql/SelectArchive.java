package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Window;
import java.sql.SQLException;
import java.util.List;

record SelectArchive(Window days) implements Query<List<Rollup>> {
    static final String SQL = RollupTable.DAYS.select + "day >= ? AND day < ?";

    SelectArchive {
        requireNonNull(days, "days");
    }

    @Override
    public List<Rollup> run(Session session) throws SQLException {
        return session.sql(SQL).number(Times.dayUp(days.start())).number(Times.dayUp(days.end())).list(RollupTable.DAYS::read);
    }
}
