package dev.sentimentagent.server.trending;

import java.util.List;

/**
 * A word of a title that tells something, or two of them side by side.
 *
 * @param key letters and digits of its words without what parts them, so that "GPT-OSS", "gpt oss" and "gptoss" are one
 * @param words keys of its one or two words; none for a facet, see {@link Features}
 * @param spelling how this title spells it
 */
record Term(String key, List<String> words, Spelling spelling) {
    static Term of(Spelling spelling, String... words) {
        return new Term(String.join("", words), List.of(words), spelling);
    }

    enum Spelling {
        /** As a name: with a capital where a word would have none, or with a digit. */
        NAME,
        /** It begins the title, or all the title's words have capitals. */
        EITHER,
        /** As any word. */
        PLAIN
    }
}
