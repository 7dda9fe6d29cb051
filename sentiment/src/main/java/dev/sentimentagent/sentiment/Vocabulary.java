package dev.sentimentagent.sentiment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every word that VADER knows, from the lexicon and from its rules. Immutable and therefore thread-safe. */
final class Vocabulary {
    private static final String NOT = "n't";

    private final WordTable<Word> words;

    private Vocabulary(Map<String, Word> words) {
        this.words = new WordTable<>(words);
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

        Map<String, Word> words = new HashMap<>(spellings.size() * 2);
        for (String spelling : spellings) {
            Double rating = ratings.get(spelling);
            words.put(spelling,
                    new Word(spelling, rating != null, rating == null ? 0 : rating, boost(spelling),
                            EnglishRules.NEGATIONS.contains(spelling) || spelling.contains(NOT),
                            roles.getOrDefault(spelling, Word.Role.NONE), phrases.getOrDefault(spelling, List.of())));
        }
        return new Vocabulary(words);
    }

    /**
     * The word that the given range spells in whatever case, or null.
     *
     * @param hash of the range, from {@link WordTable#hash}
     */
    @Nullable
    Word find(char[] text, int from, int to, int hash) {
        return words.find(text, from, to, hash);
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
