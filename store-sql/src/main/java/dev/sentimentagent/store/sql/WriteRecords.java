package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.catalogue.Applied;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.Merge;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what is remembered of a change. */
record WriteRecords(Session session, long version) {
    private static final String AUDIT = """
            INSERT INTO audit (version, position, audit_id, at, admin_id, action, subject_id, subject_name, before_state, after_state,
                               metadata, ip_address, user_agent)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String MERGE = """
            INSERT INTO tool_merge (merge_id, version, target_id, merged_at, merged_by, categories_before, categories_after, vendor_before,
                               vendor_after, notes, scanned, updated, replacements)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SOURCE = """
            INSERT INTO tool_merge_source (merge_id, position, tool_id, name, vendor, categories, mentions) VALUES (?, ?, ?, ?, ?, ?, ?)""";

    void audit(List<AuditRecord> entries) throws SQLException {
        int position = 0;
        for (AuditRecord entry : entries) {
            session.sql(AUDIT)
                    .number(version)
                    .number(position++)
                    .text(entry.id())
                    .number(Times.millis(entry.at()))
                    .text(Texts.clean(entry.adminId()))
                    .text(entry.action().name())
                    .text(Texts.clean(entry.subjectId()))
                    .text(Texts.clean(entry.subjectName()))
                    .text(clean(entry.before()))
                    .text(clean(entry.after()))
                    .text(Texts.clean(entry.metadata()))
                    .text(Texts.clean(entry.ipAddress()))
                    .text(Texts.clean(entry.userAgent()))
                    .update();
        }
    }

    void merge(Merge merge, Applied applied) throws SQLException {
        session.sql(MERGE)
                .text(merge.id())
                .number(version)
                .text(merge.targetId())
                .number(Times.millis(merge.at()))
                .text(merge.by())
                .text(Lines.join(merge.categoriesBefore()))
                .text(Lines.join(merge.categoriesAfter()))
                .text(Texts.clean(merge.vendorBefore()))
                .text(Texts.clean(merge.vendorAfter()))
                .text(Texts.clean(merge.notes()))
                .number(applied.updated())
                .number(applied.updated())
                .number(applied.replacements())
                .update();
        int position = 0;
        for (Merge.Source source : merge.sources()) {
            session.sql(SOURCE)
                    .text(merge.id())
                    .number(position++)
                    .text(source.id())
                    .text(Texts.clean(source.name()))
                    .text(Texts.clean(source.vendor()))
                    .text(Lines.join(source.categories()))
                    .number(applied.mentions().getOrDefault(source.id(), 0L))
                    .update();
        }
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : Texts.clean(text);
    }
}
