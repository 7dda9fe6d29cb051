package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Score;

/** Scores the sentiment of texts. Implementations are thread-safe. */
public interface SentimentScorer {
    /** Name stored with each score, such as {@code VADER}. */
    String method();

    /** Version stored with each score, so that a later scorer can tell what to rescore. */
    String version();

    /** Scores one text of any length and content; never throws. Empty, blank or deleted text is neutral with confidence 0.5. */
    Score score(String text);
}
