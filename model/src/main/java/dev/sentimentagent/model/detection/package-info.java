/** Tools that nobody has entered and that are spoken of: what was found, and what was decided. Values only. */
@NullMarked
package dev.sentimentagent.model.detection;

import org.jspecify.annotations.NullMarked;
