package dev.sentimentagent.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of single words in developers' talk: VADER's ratings without the words that are technical terms here ("error", "kill",
 * "support"), with words and emoji added and rated anew; boosters, dampeners, negations. Immutable and therefore thread-safe.
 */
final class TalkLexicon {
    static final int BOOSTER = 1;
    static final int DAMPENER = 2;
    static final int NEGATION = 4;
    static final int BUT = 8;
    static final int QUESTION_WORD = 16;
    static final int FIRST_PERSON = 32;
    static final int SECOND_PERSON = 64;
    static final int WISH = 128;
    static final int EMOTICON = 256;
    /** Its rating follows from that of two words together. */
    static final int PHRASE_START = 512;

    /** A function word of English, and of no other language that is listed. */
    static final int ENGLISH = 1024;
    /** A function word of another language, and none of English: {@link FunctionWords}. */
    static final int FOREIGN = 2048;
    /** It has a rating. */
    static final int RATED = 4096;

    private static final String CHANGES = "developer-lexicon.tsv";
    private static final Set<String> MORE_NEGATIONS = Set.of("no", "ain't", "aren't", "can't", "couldn't", "didn't", "doesn't", "don't",
            "hadn't", "hasn't", "haven't", "isn't", "mustn't", "needn't", "shouldn't", "wasn't", "weren't", "won't", "wouldn't", "lacks",
            "lack", "lacking", "nobody", "hardly", "barely", "zero");
    private static final Set<String> CONTRASTS = Set.of("but", "however", "although", "though", "yet", "except");
    private static final Set<String> QUESTION_WORDS = Set.of("what", "why", "how", "when", "where", "which", "who", "does", "do", "did",
            "is", "are", "can", "could", "would", "should", "has", "have", "will", "anyone", "any", "anybody");
    private static final Set<String> FIRST_PERSONS = Set.of("i", "i'm", "i've", "i'd", "me", "my", "we", "our", "im", "ive");
    private static final Set<String> SECOND_PERSONS = Set.of("you", "your", "you're", "youre", "u");
    private static final Set<String> WISHES = Set.of("wish", "hope", "hopefully", "should", "would", "could", "if", "might", "maybe",
            "please");

    private final HashIndex index;
    private final float[] ratings;
    private final short[] roles;
    private final boolean[] emoticonStarts = new boolean[CharacterKinds.ASCII];

    private TalkLexicon(Map<String, Double> rated) {
        Map<Integer, Entry> entries = new TreeMap<>();
        rated.forEach((word, rating) -> {
            Entry entry = entry(entries, word);
            entry.rating = rating.floatValue();
            if (isEmoticon(word)) {
                entry.roles |= EMOTICON;
                emoticonStarts[word.charAt(0)] = true;
                emoticonStarts[Character.toUpperCase(word.charAt(0))] = true;
            }
            int space = word.indexOf(' ');
            if (space > 0) {
                entry(entries, word.substring(0, space)).roles |= PHRASE_START;
            }
        });
        addRoles(entries, EnglishRules.BOOSTERS, BOOSTER);
        addRoles(entries, EnglishRules.DAMPENERS, DAMPENER);
        addRoles(entries, EnglishRules.NEGATIONS, NEGATION);
        addRoles(entries, MORE_NEGATIONS, NEGATION);
        addRoles(entries, CONTRASTS, BUT);
        addRoles(entries, QUESTION_WORDS, QUESTION_WORD);
        addRoles(entries, FIRST_PERSONS, FIRST_PERSON);
        addRoles(entries, SECOND_PERSONS, SECOND_PERSON);
        addRoles(entries, WISHES, WISH);
        addRoles(entries, FunctionWords.ENGLISH, ENGLISH);
        addRoles(entries, FunctionWords.FOREIGN, FOREIGN);
        index = new HashIndex(entries.keySet().stream().mapToInt(Integer::intValue).toArray());
        // One more, of the words that it does not have.
        ratings = new float[entries.size() + 1];
        roles = new short[entries.size() + 1];
        int place = 0;
        for (Entry entry : entries.values()) {
            ratings[place] = entry.rating;
            roles[place++] = (short) (entry.roles | (entry.rating == 0 ? 0 : RATED));
        }
    }

    /** @throws IllegalStateException if its resources are not on the class path or not of the form that they should have */
    static TalkLexicon load() {
        Map<String, Double> ratings = new LinkedHashMap<>(Lexicon.ratings());
        readChanges().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> apply(line, ratings));
        return new TalkLexicon(ratings);
    }

    /** Place of a word, by which the rest is asked for; words that it does not have share one. */
    int find(int hash) {
        return index.findOrSize(hash);
    }

    /** Whether the word of that place is one that it has. */
    boolean has(int place) {
        return place < index.size();
    }

    /** Rating, −4 to 4; 0 of a word that has none. */
    float rating(int place) {
        return ratings[place];
    }

    /** What the word does, as a set of bits. */
    int roles(int place) {
        return roles[place];
    }

    boolean isEmoticon(int hash) {
        return (roles(find(hash)) & EMOTICON) != 0;
    }

    boolean mayBeginEmoticon(char c) {
        return c < CharacterKinds.ASCII && emoticonStarts[c];
    }

    /** Where both words of a phrase have the same hash function as one word, a phrase is known by the pair of theirs. */
    static int phraseHash(String phrase) {
        int space = phrase.indexOf(' ');
        return space < 0
                ? TalkHash.of(phrase)
                : TalkHash.pair(TalkHash.of(phrase.substring(0, space)), TalkHash.of(phrase.substring(space + 1)));
    }

    private static boolean isEmoticon(String word) {
        char first = word.charAt(0);
        boolean marked = word.chars().anyMatch(c -> c < CharacterKinds.ASCII && !Character.isLetterOrDigit(c) && c != ' ' && c != '\''
                && c != '-');
        return word.length() >= 2 && word.length() <= 4 && first < CharacterKinds.ASCII && marked && word.indexOf(' ') < 0;
    }

    private static void apply(String line, Map<String, Double> ratings) {
        int tab = line.indexOf('\t');
        if (tab <= 0) {
            throw new IllegalStateException("a line of " + CHANGES + " is not 'word, tab, rating': " + line);
        }
        double rating = Double.parseDouble(line.substring(tab + 1));
        if (rating == 0) {
            ratings.remove(line.substring(0, tab));
        } else {
            ratings.put(line.substring(0, tab), rating);
        }
    }

    private static String readChanges() {
        try (InputStream resource = TalkLexicon.class.getResourceAsStream(CHANGES)) {
            if (resource == null) {
                throw new IllegalStateException("the developers' lexicon " + CHANGES + " is not on the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the developers' lexicon " + CHANGES, e);
        }
    }

    private static void addRoles(Map<Integer, Entry> entries, Set<String> words, int role) {
        words.stream().sorted().forEach(word -> entry(entries, word).roles |= role);
    }

    private static Entry entry(Map<Integer, Entry> entries, String word) {
        return entries.computeIfAbsent(phraseHash(word), hash -> new Entry());
    }

    private static final class Entry {
        private float rating;
        private int roles;
    }
}
