package dev.sentimentagent.server.dashboard.chart;

/** A stretch of the time axis. */
public record Span(double x, double width) {}
