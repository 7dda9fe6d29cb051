package dev.sentimentagent.sentiment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Why a text has the score that it has.
 *
 * @param sentences in order
 * @param marks the words that decided, in order
 */
public record Explanation(List<Sentence> sentences, List<Mark> marks) {
    /**
     * A part of the text with a score of its own.
     *
     * @param start index of its first character in the text
     * @param end index behind its last
     */
    public record Sentence(int start, int end, double compound) {}

    /**
     * A word that made a sentence better or worse.
     *
     * @param start index of its first character in the text
     * @param end index behind its last
     * @param valence what the sentence's compound would lose without it, −2 to 2
     */
    public record Mark(int start, int end, double valence) {}

    public Explanation {
        sentences = List.copyOf(sentences);
        marks = List.copyOf(marks);
    }

    /** The sentence that speaks best of it, or worst; the first of equal ones; empty if none is of that kind. */
    public Optional<Sentence> decisive(boolean best) {
        return best
                ? sentences.stream().filter(sentence -> sentence.compound() > 0).max(Comparator.comparingDouble(Sentence::compound))
                : sentences.stream().filter(sentence -> sentence.compound() < 0).min(Comparator.comparingDouble(Sentence::compound));
    }
}
