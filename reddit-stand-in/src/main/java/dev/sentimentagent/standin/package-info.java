/** A stand-in for Reddit: the parts of its API we use, on a settable clock, with faults on demand. */
@NullMarked
package dev.sentimentagent.standin;

import org.jspecify.annotations.NullMarked;
