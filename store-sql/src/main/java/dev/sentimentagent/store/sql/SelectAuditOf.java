package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.catalogue.AuditRecord;
import java.sql.SQLException;
import java.util.List;

record SelectAuditOf(long version) implements Query<List<AuditRecord>> {
    @Override
    public List<AuditRecord> run(Session session) throws SQLException {
        return session.sql(SelectAudit.COLUMNS + "WHERE version = ? ORDER BY position").number(version).list(SelectAudit::read);
    }
}
