package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.Rollups;
import java.sql.SQLException;

record SelectChangedRollups(long version) implements Query<Rollups> {
    static final String HOURS = SelectRollups.SELECT + "WHERE version > ?";
    static final String DAYS = SelectArchive.SELECT + "WHERE version > ?";

    @Override
    public Rollups run(Session session) throws SQLException {
        return new Rollups(session.sql(HOURS).number(version).list(SelectRollups::rollup),
                session.sql(DAYS).number(version).list(SelectArchive::rollup), SelectRollups.emptyBefore(session),
                DataVersion.current(session));
    }
}
