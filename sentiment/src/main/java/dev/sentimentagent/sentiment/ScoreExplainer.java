package dev.sentimentagent.sentiment;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Sentiment;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells which sentences and words made a text's score, whatever the scorer: each sentence is scored by itself, and each of its words is marked
 * by what the sentence's score loses without it (occlusion, after Zeiler and Fergus, 2014). Code, tables and what is quoted of others explain
 * nothing, even to a scorer that reads them. Thread-safe.
 */
public final class ScoreExplainer {
    /** What a word must change to be marked. */
    private static final double LEAST = 0.05;
    /** And which part of what the word changes that changes most: what is left is how the scorer hears "the" beside it. */
    private static final double LEAST_PART = 0.25;
    /** Longer texts are explained as far as this. */
    private static final int MOST_CHARACTERS = 10_000;
    /** Longer sentences are cut, so that the time is linear in the length of the text. */
    private static final int MOST_WORDS = 60;

    private final SentimentScorer scorer;

    public ScoreExplainer(SentimentScorer scorer) {
        this.scorer = requireNonNull(scorer, "scorer");
    }

    public Explanation explain(String text) {
        String part = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        List<Explanation.Sentence> sentences = new ArrayList<>();
        List<Explanation.Mark> marks = new ArrayList<>();
        NotSaid notSaid = NotSaid.in(part);
        for (List<Explanation.Mark> words : sentencesOf(part)) {
            if (words.stream().allMatch(word -> notSaid.holds(word.start()))) {
                continue;
            }
            int start = words.getFirst().start();
            int end = words.getLast().end();
            double compound = scorer.score(part.substring(start, end)).compound();
            sentences.add(new Explanation.Sentence(start, end, compound));
            List<Explanation.Mark> valued = new ArrayList<>();
            for (Explanation.Mark word : words) {
                if (notSaid.holds(word.start())) {
                    continue;
                }
                String without = part.substring(start, word.start()) + part.substring(word.end(), end);
                valued.add(new Explanation.Mark(word.start(), word.end(), compound - scorer.score(without).compound()));
            }
            double most = valued.stream().mapToDouble(word -> Math.abs(word.valence())).max().orElse(0);
            double least = Math.max(LEAST, most * LEAST_PART);
            valued.stream().filter(word -> Math.abs(word.valence()) >= least).forEach(marks::add);
        }
        return new Explanation(sentences, marks);
    }

    /** Whether a score is of the scorer whose words this marks. */
    public boolean explains(Score score) {
        return scorer.made(score);
    }

    /** Whether a word or phrase has a sentiment by itself. */
    public boolean rates(String phrase) {
        return scorer.score(phrase).sentiment() != Sentiment.NEUTRAL;
    }

    private static List<List<Explanation.Mark>> sentencesOf(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        List<List<Explanation.Mark>> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            addLines(text, start, end, sentences);
            start = end;
        }
        return sentences;
    }

    /** A line break ends a sentence too: titles and items of lists have no full stop. */
    private static void addLines(String text, int start, int end, List<List<Explanation.Mark>> sentences) {
        List<Explanation.Mark> words = new ArrayList<>();
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                if (c == '\n' || words.size() >= MOST_WORDS) {
                    addTo(sentences, words);
                    words = new ArrayList<>();
                }
                at++;
                continue;
            }
            int from = at;
            while (at < end && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            words.add(new Explanation.Mark(from, at, 0));
        }
        addTo(sentences, words);
    }

    private static void addTo(List<List<Explanation.Mark>> sentences, List<Explanation.Mark> words) {
        if (!words.isEmpty()) {
            sentences.add(words);
        }
    }
}
