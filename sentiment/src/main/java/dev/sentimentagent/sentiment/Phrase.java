package dev.sentimentagent.sentiment;

import java.util.List;

/**
 * Several words that mean together what they do not mean one by one.
 *
 * @param value the valence that an idiom sets, or what a dampener adds
 */
record Phrase(List<String> words, Kind kind, double value) {
    enum Kind {
        IDIOM, DAMPENER
    }

    Phrase {
        words = List.copyOf(words);
    }
}
