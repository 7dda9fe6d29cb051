package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;

/**
 * One step of a series.
 *
 * @param window cut off where the series' own window begins and ends
 * @param mean with the band around it; of nothing where there are no items: draw a gap
 * @param collected false if nothing was collected of this span: its counts are unknown then, not zero
 * @param partial whether the window cuts it off, so that its volume is less than that of a whole step
 */
public record Step(Window window, Tally tally, Mean mean, boolean collected, boolean partial) {}
