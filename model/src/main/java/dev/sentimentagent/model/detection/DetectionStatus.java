package dev.sentimentagent.model.detection;

import java.util.Locale;

/** What was decided of a detected name. */
public enum DetectionStatus {
    /** Nothing yet. */
    PENDING,
    /** It is a tool, and listened for. */
    APPROVED,
    /** It is none, or is not to be listened for; it is not proposed again. */
    REJECTED;

    /** Lower-case name as the HTTP contract spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
