/** Charts as geometry: where lines, bars and labels lie in the coordinates of an SVG. Templates only write them down. */
@NullMarked
package dev.sentimentagent.server.dashboard.chart;

import org.jspecify.annotations.NullMarked;
