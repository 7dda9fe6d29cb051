package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.ScoredItem;

/**
 * A post, and the sentence that decided its score.
 *
 * @param sentence as it stands in the post; empty if no sentence stands out
 * @param compound score of that sentence alone
 */
public record Quote(ScoredItem post, String sentence, double compound) {}
