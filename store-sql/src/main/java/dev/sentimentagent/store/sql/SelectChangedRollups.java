package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.Rollups;
import java.sql.SQLException;

record SelectChangedRollups(long version) implements Query<Rollups> {
    static final String SQL = SelectRollups.SELECT + "WHERE version > ?";

    @Override
    public Rollups run(Session session) throws SQLException {
        return new Rollups(session.sql(SQL).number(version).list(SelectRollups::rollup), DataVersion.current(session));
    }
}
