package dev.sentimentagent.server.figures;

/**
 * How many items say that their author went from one tool to another.
 *
 * @param count of those that were read
 * @param example fullname of the newest
 */
public record Switch(String from, String to, int count, String example) {}
