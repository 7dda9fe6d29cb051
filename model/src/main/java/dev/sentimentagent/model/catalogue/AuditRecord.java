package dev.sentimentagent.model.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one change did to one tool or subreddit; kept for good.
 *
 * @param at in milliseconds
 * @param subjectId id of the tool, or {@code r/} and the subreddit's name
 * @param before how it was, as JSON; null if it did not exist
 * @param after how it is since, as JSON; null if it does not exist any more
 * @param metadata what else is known of the change, as JSON
 * @param ipAddress of whoever asked for it; empty if it was not asked for over the network, as is the user agent
 * @param version of the catalogue that the change made; as given to a store it counts for nothing
 */
public record AuditRecord(String id, Instant at, String adminId, AuditAction action, String subjectId, String subjectName,
        @Nullable String before, @Nullable String after, String metadata, String ipAddress, String userAgent, long version) {
    public AuditRecord {
        requireNonNull(action, "action");
    }
}
