/** Items with their scores and tools for other programs: CSV and newline-delimited JSON. */
@NullMarked
package dev.sentimentagent.server.export;

import org.jspecify.annotations.NullMarked;
