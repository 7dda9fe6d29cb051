/** Measures how well texts are told positive, negative and neutral, against labels that people gave. */
@NullMarked
package dev.sentimentagent.sentiment.evaluation;

import org.jspecify.annotations.NullMarked;
