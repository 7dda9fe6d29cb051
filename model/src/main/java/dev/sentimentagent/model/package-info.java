/**
 * What the project speaks of: items of Reddit, their scores, windows and tallies, cycles and gaps. Values only; knows nobody.
 */
@NullMarked
package dev.sentimentagent.model;

import org.jspecify.annotations.NullMarked;
