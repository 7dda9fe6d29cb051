package dev.sentimentagent.model;

import java.time.Instant;

/**
 * A span of a listing that could not be collected: what was created between {@code from} and {@code to} is unknown, not absent.
 *
 * @param cycleId the cycle that noticed it
 */
public record Gap(String subreddit, Listing listing, Instant from, Instant to, Reason reason, String cycleId, Instant recordedAt) {}
