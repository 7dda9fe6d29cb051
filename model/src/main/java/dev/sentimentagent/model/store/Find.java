package dev.sentimentagent.model.store;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a reader looks for among posts and comments.
 *
 * @param text words that each must occur in it, as parts of words too; Latin letters in any case; no more than {@value #MAX_WORDS} count
 */
public record Find(Selection selection, String text, Order order) {
    public static final int MAX_WORDS = 8;
    /**
     * How many of the newest selected items a store looks through at once at least, for words or to sort them: some 0.3 s of a processor. It
     * need not look through more.
     */
    public static final int MOST_LOOKED_THROUGH = 100_000;

    /** What comes first; of equals the newest. */
    public enum Order {
        NEWEST,
        /** The most upvotes and comments together. */
        ENGAGEMENT,
        /** The highest score; with a tool, of what is said of it. */
        BEST,
        /** The lowest score. */
        WORST
    }

    public Find {
        requireNonNull(selection, "selection");
        requireNonNull(text, "text");
        requireNonNull(order, "order");
    }

    /** The words, in lower case. */
    public List<String> words() {
        return Arrays.stream(Texts.clean(text).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MAX_WORDS)
                .toList();
    }
}
