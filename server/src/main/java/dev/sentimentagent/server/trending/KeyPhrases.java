package dev.sentimentagent.server.trending;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How much each phrase tells, by how rare it is among the posts of the week (inverse document frequency). */
final class KeyPhrases {
    private static final double PAIR_BONUS = 1.3;
    private static final double LEAST_TELLING = 0.45;

    private final Map<String, Integer> frequencies;
    private final int documents;

    private KeyPhrases(Map<String, Integer> frequencies, int documents) {
        this.frequencies = frequencies;
        this.documents = documents;
    }

    static KeyPhrases of(Collection<RankedPost> posts) {
        Map<String, Integer> frequencies = new HashMap<>();
        for (RankedPost post : posts) {
            for (String phrase : post.phrases()) {
                frequencies.merge(phrase, 1, Integer::sum);
            }
        }
        // Most phrases are in one title only, and an unknown one counts as such: no need to keep them.
        frequencies.values().removeIf(frequency -> frequency == 1);
        return new KeyPhrases(frequencies, posts.size());
    }

    /** Whether it tells anything by itself: an everyday word of the week does not. */
    boolean isTelling(String phrase) {
        return weight(phrase) >= LEAST_TELLING * Math.log1p(documents);
    }

    /**
     * {@code ln(1 + N/n)} for a phrase in n of N titles, times {@value #PAIR_BONUS} for two words, which meet by chance less often than
     * one. A phrase in none counts as one in a single title.
     */
    double weight(String phrase) {
        double rarity = Math.log1p((double) documents / frequencies.getOrDefault(phrase, 1));
        return phrase.indexOf(' ') >= 0 ? rarity * PAIR_BONUS : rarity;
    }
}
