package dev.sentimentagent.server.releases;

import java.time.Instant;

/**
 * A version of a tool that people announce to each other.
 *
 * @param name the tool's name and the version
 * @param at when the first of the posts was written that make it one
 * @param posts how many titles announce it
 * @param engagement their upvotes and comments together
 */
public record Release(String toolId, String name, String version, Instant at, int posts, long engagement) {}
