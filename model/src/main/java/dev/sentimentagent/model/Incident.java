package dev.sentimentagent.model;

/**
 * Something that went wrong while a subreddit was collected: a listing that failed, items that were rejected.
 *
 * @param reason short machine-readable class of it, such as {@code private} or {@code missing_field}
 * @param detail one line for a human; never a secret, never text of an item
 * @param count how often
 */
public record Incident(String reason, String detail, long count) {}
