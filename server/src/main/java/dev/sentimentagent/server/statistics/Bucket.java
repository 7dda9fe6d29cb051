package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;

/**
 * One step of a trend.
 *
 * @param window cut off where the trend's own window begins and ends
 * @param collected false if nothing was collected of this span: its counts are unknown then, not zero
 */
public record Bucket(Window window, Tally tally, boolean collected) {}
