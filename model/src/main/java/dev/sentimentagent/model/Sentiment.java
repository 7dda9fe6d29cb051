package dev.sentimentagent.model;

import java.util.Locale;

/** Class of a score by its compound value. */
public enum Sentiment {
    POSITIVE, NEGATIVE, NEUTRAL;

    /** The thresholds of Hutto & Gilbert (2014): ≥ 0.05 positive, ≤ −0.05 negative, else neutral. */
    public static Sentiment ofCompound(double compound) {
        if (compound >= 0.05) {
            return POSITIVE;
        }
        return compound <= -0.05 ? NEGATIVE : NEUTRAL;
    }

    /** Lower-case name as the HTTP contract spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
