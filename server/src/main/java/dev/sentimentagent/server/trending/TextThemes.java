package dev.sentimentagent.server.trending;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a whole text speaks of: the themes that its words tell. */
public final class TextThemes {
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?;:]+\\s+|\\R+");
    /** Longer texts are read as far as this. */
    private static final int MOST_SENTENCES = 40;

    private TextThemes() {}

    /** Labels of the themes, each once; empty if no word tells one. */
    public static Set<String> of(String text) {
        Set<String> themes = new LinkedHashSet<>();
        sentences(text).forEach(words -> Theme.of(words).forEach(theme -> themes.add(theme.label())));
        return Collections.unmodifiableSet(themes);
    }

    /** Labels of all themes there are. */
    public static List<String> labels() {
        return Stream.of(Theme.values()).map(Theme::label).toList();
    }

    /**
     * The words of a text, sentence by sentence: lower case, singular, without apostrophes; a word that says nothing of what a text is about is
     * empty here, so that no phrase goes across it.
     */
    public static List<List<String>> words(String text) {
        return sentences(text)
                .map(sentence -> sentence.words().stream().map(word -> word.role() == Word.Role.STOP ? "" : word.key()).toList())
                .toList();
    }

    private static Stream<Title> sentences(String text) {
        return END_OF_SENTENCE.splitAsStream(text).limit(MOST_SENTENCES).map(Title::of);
    }
}
