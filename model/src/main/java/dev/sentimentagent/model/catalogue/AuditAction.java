package dev.sentimentagent.model.catalogue;

import java.util.Locale;

/** What an admin did. */
public enum AuditAction {
    CREATE, EDIT, ARCHIVE, UNARCHIVE, DELETE, MERGE, LINK, UNLINK, APPROVE, REJECT,
    /** A subreddit was added, paused, resumed or removed. */
    SUBREDDIT,
    /** An earlier change was taken back. */
    UNDO;

    /** Name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
