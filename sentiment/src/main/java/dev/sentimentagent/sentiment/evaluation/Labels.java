package dev.sentimentagent.sentiment.evaluation;

import dev.sentimentagent.model.Sentiment;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the labels of a file mean. Their case does not matter, nor does white space around them. Immutable and therefore thread-safe. */
public final class Labels {
    /** The names of the classes, their first three letters, their signs, and −1, 0 and 1. */
    public static final Labels USUAL = new Labels(Map.ofEntries(
            Map.entry("positive", Sentiment.POSITIVE), Map.entry("pos", Sentiment.POSITIVE), Map.entry("+", Sentiment.POSITIVE),
            Map.entry("1", Sentiment.POSITIVE),
            Map.entry("neutral", Sentiment.NEUTRAL), Map.entry("neu", Sentiment.NEUTRAL), Map.entry("0", Sentiment.NEUTRAL),
            Map.entry("negative", Sentiment.NEGATIVE), Map.entry("neg", Sentiment.NEGATIVE), Map.entry("-", Sentiment.NEGATIVE),
            Map.entry("-1", Sentiment.NEGATIVE)));

    private final Map<String, Sentiment> classes;

    private Labels(Map<String, Sentiment> classes) {
        this.classes = Map.copyOf(classes);
    }

    /**
     * Other labels, in the place of the usual ones.
     *
     * @param byLabel by label, one of the usual labels that means the same
     * @throws IllegalArgumentException if that is none
     */
    public static Labels of(Map<String, String> byLabel) {
        Map<String, Sentiment> classes = new HashMap<>();
        byLabel.forEach((label, meaning) -> classes.put(key(label), USUAL.sentiment(meaning)
                .orElseThrow(() -> new IllegalArgumentException("'" + meaning + "' is none of negative, neutral, positive"))));
        return new Labels(classes);
    }

    /** The class that a label names; empty if it names none. */
    public Optional<Sentiment> sentiment(String label) {
        return Optional.ofNullable(classes.get(key(label)));
    }

    /** "+1", "1.0" and "−1" are numbers as "1" and "-1" are. */
    private static String key(String label) {
        String key = label.strip().toLowerCase(Locale.ROOT).replace('\u2212', '-');
        if (key.length() > 1 && key.charAt(0) == '+') {
            key = key.substring(1);
        }
        return key.matches("-?\\d+\\.0+") ? key.substring(0, key.indexOf('.')) : key;
    }
}
