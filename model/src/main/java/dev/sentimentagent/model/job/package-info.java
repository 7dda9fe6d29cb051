/** Work over all that is stored, which takes its time: what is asked for, how far it is, what came of it. Values only. */
@NullMarked
package dev.sentimentagent.model.job;

import org.jspecify.annotations.NullMarked;
