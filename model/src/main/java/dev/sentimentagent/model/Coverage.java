package dev.sentimentagent.model;

import java.time.Instant;

/**
 * How much of a listing has been collected without a break but for the recorded {@link Gap gaps}: the durable cursor of a listing.
 *
 * <p>It moves only when a listing was read down to what the coverage held before (or to its end). A listing that broke off leaves it
 * where it was, so that the next cycle reads past the pages that were committed before the break.
 *
 * @param from time of the oldest item that the first complete reading saw
 * @param until when the last complete reading began
 * @param newest creation time of the newest item that a complete reading has seen; reading goes on until a page holds nothing newer
 *     than it and nothing unknown
 */
public record Coverage(String subreddit, Listing listing, Instant from, Instant until, Instant newest) {}
