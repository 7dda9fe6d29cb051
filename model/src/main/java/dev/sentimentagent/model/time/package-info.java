/** Time as a parameter: a clock that one can also wait on, real or accelerated. */
@NullMarked
package dev.sentimentagent.model.time;

import org.jspecify.annotations.NullMarked;
