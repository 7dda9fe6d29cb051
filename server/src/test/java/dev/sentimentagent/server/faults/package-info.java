/** The matrix of faults: what Reddit and the way to it can do to a cycle, and what is stored, logged, counted and healed then. */
@NullMarked
package dev.sentimentagent.server.faults;

import org.jspecify.annotations.NullMarked;
