package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.CatalogueConflictException;
import java.sql.SQLException;

/** The number that grows by one with every change of the catalogue. */
final class CatalogueVersion {
    private static final String NEXT = "UPDATE catalogue SET version = version + 1 WHERE version = ? RETURNING version";

    private CatalogueVersion() {}

    static long current(Session session) throws SQLException {
        return session.sql("SELECT version FROM catalogue").only(Row::number);
    }

    /**
     * The version that this transaction leaves behind.
     *
     * @throws CatalogueConflictException if the present one is not that which is expected
     */
    static long after(Session session, long expected) throws SQLException {
        long next = session.sql(NEXT).number(expected).first(Row::number).orElse(0L);
        if (next == 0) {
            throw new CatalogueConflictException(expected, current(session));
        }
        return next;
    }
}
