package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.catalogue.AuditQuery;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.store.Ranked;
import java.sql.SQLException;
import java.time.Instant;

record SelectAudit(AuditQuery query, int offset, int limit) implements Query<Ranked<AuditRecord>> {
    static final String COLUMNS = """
            SELECT audit_id, at, admin_id, action, subject_id, subject_name, before_state, after_state, metadata, ip_address, user_agent, version
            FROM audit
            """;

    SelectAudit {
        requireNonNull(query, "query");
        Limits.check(limit);
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is at least 0, not " + offset);
        }
    }

    @Override
    public Ranked<AuditRecord> run(Session session) throws SQLException {
        String where = "WHERE version > 0" + (query.subjectId() == null ? "" : " AND subject_id = ?")
                + (query.action() == null ? "" : " AND action = ?");
        long total = given(session.sql("SELECT count(*) FROM audit " + where)).only(Row::number);
        return new Ranked<>(given(session.sql(COLUMNS + where + " ORDER BY version DESC, position DESC LIMIT ? OFFSET ?"))
                .number(limit)
                .number(offset)
                .list(SelectAudit::read), total);
    }

    private Sql given(Sql sql) throws SQLException {
        String subjectId = query.subjectId();
        if (subjectId != null) {
            sql.text(subjectId);
        }
        AuditAction action = query.action();
        return action == null ? sql : sql.text(action.name());
    }

    static AuditRecord read(Row row) throws SQLException {
        String id = row.text();
        Instant at = Times.ofMillis(row.number());
        return new AuditRecord(id, at, row.text(), AuditAction.valueOf(row.text()), row.text(), row.text(), row.textOrNull(),
                row.textOrNull(), row.text(), row.text(), row.text(), row.number());
    }
}
