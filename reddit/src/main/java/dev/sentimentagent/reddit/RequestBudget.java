package dev.sentimentagent.reddit;

import java.time.Instant;

/**
 * How many requests Reddit still lets through.
 *
 * @param left as last told, less what was sent since; 0 or more
 * @param until when it begins to count anew
 */
public record RequestBudget(long left, Instant until) {}
