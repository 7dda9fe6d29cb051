package dev.sentimentagent.server.statistics;

import java.time.Instant;

/**
 * From one moment on, most items were scored by another method or version than before: levels before and after do not compare.
 *
 * @param at start of the first hour (of a day, where hours are not known) of which that is so
 * @param before method and version until then
 * @param after those from then on
 */
public record MethodChange(Instant at, String before, String after) {}
