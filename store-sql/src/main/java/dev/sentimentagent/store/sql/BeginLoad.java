package dev.sentimentagent.store.sql;

import java.sql.SQLException;

/** Readies a database for a load; gives whether there is anything to {@linkplain EndLoad end}. One that holds items stays as it is. */
record BeginLoad() implements Query<Boolean> {
    @Override
    public Boolean run(Session session) throws SQLException {
        if (session.sql("SELECT count(*) FROM (SELECT 1 FROM item LIMIT 1)").only(Row::number) > 0) {
            return false;
        }
        PendingIndexes.putOff(session);
        session.load(new LoadedNames(DataVersion.current(session)));
        return true;
    }
}
