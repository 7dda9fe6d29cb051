package dev.sentimentagent.model;

import java.util.Locale;

/** Class of a score. Which score belongs to which class is for the scorer to say. */
public enum Sentiment {
    POSITIVE, NEGATIVE, NEUTRAL;

    /** Lower-case name as the HTTP contract spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
