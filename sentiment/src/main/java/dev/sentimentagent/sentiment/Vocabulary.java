package dev.sentimentagent.sentiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every word that VADER knows, from the lexicon and from its rules, by a code: a whole number of its own. Immutable and therefore thread-safe. */
final class Vocabulary {
    private static final String NOT = "n't";

    /** Bits of a code: whether the word has a rating; whether a rule asks for it; whether it is the "but" that weighs. */
    static final int RATED = 1;
    static final int ACTIVE = 2;
    static final int BUT = 4;
    private static final int INDEX_SHIFT = 3;

    /** The codes of any word of no account, and of any that contains "n't" and is of no other account. */
    static final int UNKNOWN = WordCodes.ABSENT;
    static final int CONTRACTED_NOT = 1 << INDEX_SHIFT | ACTIVE;

    private final WordCodes codes;
    private final Word[] words;

    private Vocabulary(List<Word> known) {
        words = Stream.concat(Stream.of(Word.UNKNOWN, Word.CONTRACTED_NOT), known.stream()).toArray(Word[]::new);
        int first = words.length - known.size();
        codes = new WordCodes(known.stream().map(word -> word.spelling).toList(), place -> code(first + place, known.get(place)));
    }

    private static int code(int index, Word word) {
        int but = !word.rated && word.is(Word.Role.BUT) ? BUT : 0;
        return index << INDEX_SHIFT | (word.rated ? RATED : 0) | (word.inert ? 0 : ACTIVE) | but;
    }

    /** @throws IllegalStateException if the lexicon cannot be read */
    static Vocabulary english() {
        Map<String, Double> ratings = Lexicon.ratings();
        Map<String, Word.Role> roles = roles();
        Map<String, List<Phrase>> phrases = phrasesByFirstWord();
        Set<String> spellings = new HashSet<>(ratings.keySet());
        spellings.addAll(EnglishRules.BOOSTERS);
        spellings.addAll(EnglishRules.DAMPENERS);
        spellings.addAll(EnglishRules.NEGATIONS);
        spellings.addAll(roles.keySet());
        EnglishRules.PHRASES.forEach(phrase -> spellings.addAll(phrase.words()));

        List<Word> words = new ArrayList<>(spellings.size());
        for (String spelling : spellings) {
            Double rating = ratings.get(spelling);
            words.add(
                    new Word(spelling, rating != null, rating == null ? 0 : rating, boost(spelling),
                            EnglishRules.NEGATIONS.contains(spelling) || spelling.contains(NOT),
                            roles.getOrDefault(spelling, Word.Role.NONE), phrases.getOrDefault(spelling, List.of())));
        }
        return new Vocabulary(words);
    }

    /** The code of the word that the given range, as {@link WordCodes#find} takes it, spells in whatever case; {@link #UNKNOWN} if it spells none. */
    int find(byte[] text, int from, int length) {
        return codes.find(text, from, length);
    }

    Word word(int code) {
        return words[code >>> INDEX_SHIFT];
    }

    private static double boost(String word) {
        if (EnglishRules.BOOSTERS.contains(word)) {
            return EnglishRules.BOOST;
        }
        return EnglishRules.DAMPENERS.contains(word) ? -EnglishRules.BOOST : 0;
    }

    private static Map<String, Word.Role> roles() {
        Map<String, Word.Role> roles = new HashMap<>();
        for (Word.Role role : Word.Role.values()) {
            if (role != Word.Role.NONE) {
                roles.put(role.name().toLowerCase(Locale.ROOT), role);
            }
        }
        return roles;
    }

    private static Map<String, List<Phrase>> phrasesByFirstWord() {
        return EnglishRules.PHRASES.stream().collect(Collectors.groupingBy(phrase -> phrase.words().getFirst()));
    }
}
