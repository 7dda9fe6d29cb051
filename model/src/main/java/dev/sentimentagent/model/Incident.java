package dev.sentimentagent.model;

/**
 * Something that went wrong while a subreddit was collected: a listing that failed, items that were rejected.
 *
 * @param detail one line for a human; never a secret, never text of an item
 * @param count how often
 */
public record Incident(Reason reason, String detail, long count) {
    /** An incident as a store has it. The label of a reason that this version does not know is kept in its detail. */
    public static Incident ofStored(String label, String detail, long count) {
        Reason reason = Reason.ofLabel(label);
        return new Incident(reason, reason.label().equals(label) ? detail : label + ": " + detail, count);
    }
}
