/** The soak: days of collection on an accelerated clock, with faults, and an audit of what came of them. */
@NullMarked
package dev.sentimentagent.soak;

import org.jspecify.annotations.NullMarked;
