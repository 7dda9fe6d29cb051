package dev.sentimentagent.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** VADER's rated words as a resource of {@code vader-sentiment-analyzer} holds them, brought to the state of vaderSentiment 3.3.2. */
final class Lexicon {
    private static final String RESOURCE = "/vader_sentiment_lexicon.txt";

    private Lexicon() {}

    /**
     * Mean ratings by lower-case word or emoticon.
     *
     * @throws IllegalStateException if the resource is not there or not of the form "word, tab, rating, …"
     */
    static Map<String, Double> ratings() {
        Map<String, Double> ratings = new HashMap<>(12_000);
        try (InputStream resource = Lexicon.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the VADER lexicon " + RESOURCE + " is not on the class path");
            }
            // Two emoticons of it are Latin-1, the rest is ASCII.
            String lines = new String(resource.readAllBytes(), StandardCharsets.ISO_8859_1);
            for (int start = 0, end; start < lines.length(); start = end + 1) {
                end = lines.indexOf('\n', start);
                end = end < 0 ? lines.length() : end;
                addLine(lines.substring(start, end), ratings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the VADER lexicon " + RESOURCE, e);
        }
        ratings.putAll(EnglishRules.RATINGS_CHANGED_SINCE);
        return ratings;
    }

    private static void addLine(String line, Map<String, Double> ratings) {
        int wordEnd = line.indexOf('\t');
        int ratingEnd = line.indexOf('\t', wordEnd + 1);
        if (wordEnd <= 0 || ratingEnd < 0) {
            throw new IllegalStateException("a line of the VADER lexicon is not 'word, tab, rating, tab, …': " + line);
        }
        String word = line.substring(0, wordEnd);
        if (canBeFound(word)) {
            // Of a word that is rated twice the last rating counts, as in the reference.
            ratings.put(word, Double.valueOf(line.substring(wordEnd + 1, ratingEnd)));
        }
    }

    /** Look-ups are of lower-case words without white space: the few other entries are dead in the reference too. */
    private static boolean canBeFound(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c <= ' ' || c > '~' || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }
}
