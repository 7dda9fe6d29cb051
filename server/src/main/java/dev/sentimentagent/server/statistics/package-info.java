/** Statistics over windows, answered from rollups in memory. */
@NullMarked
package dev.sentimentagent.server.statistics;

import org.jspecify.annotations.NullMarked;
