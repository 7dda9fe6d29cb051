package dev.sentimentagent.model.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Which records of changes are asked for.
 *
 * @param subjectId those of this tool or subreddit; null for all
 * @param action those that did this; null for all
 */
public record AuditQuery(@Nullable String subjectId, @Nullable AuditAction action) {
    public static final AuditQuery ALL = new AuditQuery(null, null);
}
