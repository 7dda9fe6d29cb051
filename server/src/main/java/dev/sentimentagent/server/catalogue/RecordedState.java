package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.catalogue.AuditRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record of a change tells, read.
 *
 * @param before null if there was no tool
 * @param after null if there is none since
 */
public record RecordedState(@Nullable ToolDocument before, @Nullable ToolDocument after, Map<String, String> metadata) {
    public static RecordedState of(AuditRecord record) {
        return new RecordedState(Documents.tool(record.before()).orElse(null), Documents.tool(record.after()).orElse(null),
                Documents.metadata(record.metadata()));
    }
}
