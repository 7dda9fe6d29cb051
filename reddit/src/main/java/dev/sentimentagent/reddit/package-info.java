/** Reddit's API as far as collecting needs it, and the dumps of it. */
@NullMarked
package dev.sentimentagent.reddit;

import org.jspecify.annotations.NullMarked;
