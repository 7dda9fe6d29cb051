/** Trains the model of developers' talk from labelled texts: {@code ./train.sh DIR}. */
@NullMarked
package dev.sentimentagent.training;

import org.jspecify.annotations.NullMarked;
