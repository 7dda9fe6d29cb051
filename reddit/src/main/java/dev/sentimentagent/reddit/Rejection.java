package dev.sentimentagent.reddit;

/**
 * An item that could not be understood; the rest of its page could.
 *
 * @param reason class of the fault, such as {@code missing_field}
 * @param detail one line for a human: the item's fullname where it has one, the field, what was wrong; never its text
 */
public record Rejection(String reason, String detail) {}
