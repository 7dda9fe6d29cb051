package dev.sentimentagent.server.detection;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a word looks like, as far as names of tools go. */
enum NameForm {
    /** A capital and small letters, with or without a version: {@code Goose}, {@code Qwen2.5}. */
    CAPITALISED,
    /** Capitals within: {@code OpenRouter}, {@code vLLM}, {@code LMStudio}. */
    CAMEL,
    /** A dot within: {@code llama.cpp}, {@code bolt.new}. */
    DOTTED,
    /** Capitals alone, part of longer names at most: {@code LM}. */
    ACRONYM,
    /** Capitals and a version: {@code GLM-4.5}. */
    VERSIONED;

    private static final Pattern CAPITAL = Pattern.compile("[A-Z][a-z]{2,}(?:[-.]?v?\\d[\\w.]*)?");
    private static final Pattern MIXED = Pattern.compile("(?:[a-z]{1,3}[A-Z]{2,}|[A-Z]?[a-z]+[A-Z]|[A-Z]{2,}[a-z]{2})[A-Za-z0-9]*");
    private static final Pattern WITH_DOT = Pattern.compile("[A-Za-z][A-Za-z0-9]+\\.(?:ai|dev|new|cpp|sh|app|io)");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z]{2,5}");
    private static final Pattern CAPITALS_AND_VERSION = Pattern.compile("[A-Z]{3,}-?\\d[\\w.-]*");
    private static final Pattern BASE = Pattern.compile("([A-Za-z]{2,}?)[-.]?v?\\d.*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z]?\\d[\\w.]*");
    private static final Pattern NO_LETTERS_OR_DIGITS = Pattern.compile("[^a-z0-9]");

    /** Null if no name looks so. */
    static @Nullable NameForm of(String word) {
        if (isPlain(word)) {
            return null;
        }
        if (WITH_DOT.matcher(word).matches()) {
            return DOTTED;
        }
        if (CAPITAL.matcher(word).matches()) {
            return CAPITALISED;
        }
        if (MIXED.matcher(word).matches()) {
            return CAMEL;
        }
        if (CAPITALS.matcher(word).matches()) {
            return ACRONYM;
        }
        return CAPITALS_AND_VERSION.matcher(word).matches() ? VERSIONED : null;
    }

    /** Most words: neither a capital nor a dot. */
    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '.' || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** The word without the version at its end. */
    static String base(String word) {
        Matcher versioned = BASE.matcher(word);
        return versioned.matches() ? versioned.group(1) : word;
    }

    /** Whether it is a version and nothing else: {@code 3}, {@code K2}, {@code 2.5}. */
    static boolean isVersion(String word) {
        return VERSION.matcher(word).matches();
    }

    /** What spellings of one name have in common: letters and digits in lower case. */
    static String key(String name) {
        return NO_LETTERS_OR_DIGITS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
