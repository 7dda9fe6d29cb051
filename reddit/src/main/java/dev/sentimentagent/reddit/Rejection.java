package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Reason;

/**
 * An item that could not be understood; the rest of its page could.
 *
 * @param reason class of the fault, such as {@link Reason#MISSING_FIELD}
 * @param detail one line for a human: the item's fullname where it has one, the field, what was wrong; never its text
 */
public record Rejection(Reason reason, String detail) {}
