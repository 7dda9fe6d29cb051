package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.Rollups;
import java.sql.SQLException;

record SelectChangedRollups(long version) implements Query<Rollups> {
    static final String HOURS = RollupTable.HOURS.select + "version > ?";
    static final String DAYS = RollupTable.DAYS.select + "version > ?";

    @Override
    public Rollups run(Session session) throws SQLException {
        return new Rollups(session.sql(HOURS).number(version).list(RollupTable.HOURS::read),
                session.sql(DAYS).number(version).list(RollupTable.DAYS::read), SelectRollups.emptyBefore(session),
                DataVersion.current(session));
    }
}
