package dev.sentimentagent.model.store;

import java.time.Instant;

/**
 * The right to do what only one may do at a time.
 *
 * @param name what for
 * @param holder who has it, unique among all processes
 * @param token grows with each change of the holder, so that a former one can be told from the present one
 * @param until when another may take it, if it is not renewed before
 */
public record Lease(String name, String holder, long token, Instant until) {}
