package dev.sentimentagent.server.figures;

/** What may be said of a change. */
public enum Verdict {
    /** Its interval lies above zero and, where many changes are looked at together, it stands up to that. */
    RISE,
    /** The same below zero. */
    FALL,
    /** It may as well be chance. */
    WITHIN_NOISE,
    /** One side has fewer items than {@link Mean#ENOUGH}. */
    TOO_FEW,
    /** One side was not collected, or much less of it than of the other. */
    NOT_COLLECTED,
    /** The two sides were scored by other methods, or in other parts by them: what differs may be the methods. */
    OTHERWISE_SCORED;

    /** Whether it may be shown in colour. */
    public boolean significant() {
        return this == RISE || this == FALL;
    }
}
