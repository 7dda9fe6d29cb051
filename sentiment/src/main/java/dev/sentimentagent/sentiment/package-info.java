/** What a text expresses and which tools it speaks of. */
@NullMarked
package dev.sentimentagent.sentiment;

import org.jspecify.annotations.NullMarked;
