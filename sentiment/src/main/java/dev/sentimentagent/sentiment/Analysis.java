package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Score;
import java.util.Set;

/**
 * What was made of a text.
 *
 * @param toolIds ids of the tools it speaks of
 */
public record Analysis(Score score, Set<String> toolIds) {}
