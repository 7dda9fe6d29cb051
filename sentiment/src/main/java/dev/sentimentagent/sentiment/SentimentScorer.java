package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Score;
import java.util.List;

/**
 * Scores the sentiment of texts, of any length and content. Empty, blank or deleted text is neutral with confidence 0.5. The thresholds
 * between the classes are the scorer's own.
 *
 * <p>Implementations are thread-safe. One may fail, with any unchecked exception; {@link Scorers} puts a last resort behind it.
 */
public interface SentimentScorer {
    /** Name stored with each score, such as {@code VADER}. */
    String method();

    /** Version stored with each score: another one for every change that can change a score. */
    String version();

    /** Scores one text. */
    Score score(String text);

    /** Scores several texts, for which a scorer may have a faster way than one after the other; the scores in the order of the texts. */
    default List<Score> scoreAll(List<String> texts) {
        return texts.stream().map(this::score).toList();
    }

    /** Whether a score is this scorer's, in this version. A stored one that is not is due for reanalysis. */
    default boolean made(Score score) {
        return score.method().equals(method()) && score.version().equals(version());
    }
}
