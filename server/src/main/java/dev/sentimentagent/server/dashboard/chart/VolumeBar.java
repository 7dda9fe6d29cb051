package dev.sentimentagent.server.dashboard.chart;

/**
 * The items of a step as a bar of three parts, negative at the bottom.
 *
 * @param partial whether the window cuts the step off
 */
public record VolumeBar(double x, double width, double positiveY, double positiveHeight, double neutralY, double neutralHeight,
        double negativeY, double negativeHeight, boolean partial) {}
