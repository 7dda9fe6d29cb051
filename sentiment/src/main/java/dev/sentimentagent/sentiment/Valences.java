package dev.sentimentagent.sentiment;

import static dev.sentimentagent.sentiment.EnglishRules.CAPITALS_BOOST;
import static dev.sentimentagent.sentiment.EnglishRules.NEGATION_FACTOR;

import dev.sentimentagent.sentiment.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The valence of a rated word where it stands: its rating, changed by capitals, by up to three words before it and by idioms around it.
 *
 * <p>The rules and their order are those of vaderSentiment 3.3.2, oddities included: floating-point sums depend on the order, and
 * figures of two scorers are only comparable if they agree on the oddities.
 */
final class Valences {
    /** How many words before a rated one modify it. */
    private static final int REACH = Tokens.REACH;
    private static final double SECOND_WORD_DAMPING = 0.95;
    private static final double THIRD_WORD_DAMPING = 0.9;
    /** "Never so good", "never this good": praise in the form of a negation. */
    private static final double NEVER_SO_FACTOR = 1.25;

    private Valences() {}

    /** Valence of the n-th rated word; 0 where it carries no sentiment. */
    static double of(Tokens tokens, int n) {
        int index = tokens.ratedIndex(n);
        if (!tokens.isByItself(n)) {
            return at(tokens, index);
        }
        double valence = tokens.word(index).valence;
        return tokens.isEmphasized(index) ? emphasized(valence) : valence;
    }

    private static double at(Tokens tokens, int index) {
        Word word = tokens.word(index);
        if (word.boosts() || isKindOf(tokens, index)) {
            return 0;
        }
        double valence = ratingBesideNo(tokens, index);
        if (tokens.isEmphasized(index)) {
            valence = emphasized(valence);
        }
        for (int distance = 1; distance <= REACH && distance <= index; distance++) {
            if (tokens.word(index - distance).rated) {
                continue;
            }
            valence += boost(tokens, index - distance, valence) * damping(distance);
            valence = negate(tokens, index, distance, valence);
            if (distance == REACH) {
                valence = applyIdioms(tokens, index, valence);
            }
        }
        return isNegatedByLeast(tokens, index) ? valence * NEGATION_FACTOR : valence;
    }

    private static double emphasized(double valence) {
        return valence > 0 ? valence + CAPITALS_BOOST : valence - CAPITALS_BOOST;
    }

    private static boolean isKindOf(Tokens tokens, int index) {
        return tokens.word(index).is(Role.KIND) && index + 1 < tokens.size() && tokens.word(index + 1).is(Role.OF);
    }

    /** "No" before a rated word is a negation rather than a word with a rating of its own. */
    private static double ratingBesideNo(Tokens tokens, int index) {
        Word word = tokens.word(index);
        if (isNo(tokens, index - 1) || isNo(tokens, index - 2) || (isNo(tokens, index - 3) && isAlternative(tokens.word(index - 1)))) {
            return word.valence * NEGATION_FACTOR;
        }
        return word.is(Role.NO) && index + 1 < tokens.size() && tokens.word(index + 1).rated ? 0 : word.valence;
    }

    private static boolean isNo(Tokens tokens, int index) {
        return index >= 0 && tokens.word(index).is(Role.NO);
    }

    private static boolean isAlternative(Word word) {
        return word.is(Role.OR) || word.is(Role.NOR);
    }

    /** What a booster or dampener adds to a valence. */
    private static double boost(Tokens tokens, int index, double valence) {
        Word word = tokens.word(index);
        if (!word.boosts()) {
            return 0;
        }
        double boost = valence < 0 ? -word.boost : word.boost;
        if (tokens.isEmphasized(index)) {
            return valence > 0 ? boost + CAPITALS_BOOST : boost - CAPITALS_BOOST;
        }
        return boost;
    }

    private static double damping(int distance) {
        return switch (distance) {
            case 2 -> SECOND_WORD_DAMPING;
            case 3 -> THIRD_WORD_DAMPING;
            default -> 1;
        };
    }

    private static double negate(Tokens tokens, int index, int distance, double valence) {
        Word modifier = tokens.word(index - distance);
        if (distance > 1) {
            Word next = tokens.word(index - distance + 1);
            Word last = tokens.word(index - 1);
            if ((modifier.is(Role.NEVER) && isSoOrThis(next)) || (distance == REACH && isSoOrThis(last))) {
                return valence * NEVER_SO_FACTOR;
            }
            if (modifier.is(Role.WITHOUT) && (next.is(Role.DOUBT) || last.is(Role.DOUBT))) {
                return valence;
            }
        }
        return modifier.negates ? valence * NEGATION_FACTOR : valence;
    }

    private static boolean isSoOrThis(Word word) {
        return word.is(Role.SO) || word.is(Role.THIS);
    }

    /**
     * Idioms that end at the word or shortly before it are tried first, the first that fits counts; one that begins with the word
     * overrides it. Needs three words before the word.
     */
    private static double applyIdioms(Tokens tokens, int index, double valence) {
        double result = valence;
        Phrase before = firstIdiomBefore(tokens, index);
        if (before != null) {
            result = before.value();
        }
        for (int length = 2; length <= 3; length++) {
            Phrase after = phrase(tokens, index, length, Phrase.Kind.IDIOM);
            if (after != null) {
                result = after.value();
            }
        }
        for (int start = index - 3; start <= index - 2; start++) {
            Phrase dampener = phrase(tokens, start, 2, Phrase.Kind.DAMPENER);
            if (dampener != null) {
                result += dampener.value();
            }
        }
        return result;
    }

    private static @Nullable Phrase firstIdiomBefore(Tokens tokens, int index) {
        Phrase idiom = phrase(tokens, index - 1, 2, Phrase.Kind.IDIOM);
        if (idiom == null) {
            idiom = phrase(tokens, index - 2, 3, Phrase.Kind.IDIOM);
        }
        if (idiom == null) {
            idiom = phrase(tokens, index - 2, 2, Phrase.Kind.IDIOM);
        }
        if (idiom == null) {
            idiom = phrase(tokens, index - 3, 3, Phrase.Kind.IDIOM);
        }
        return idiom == null ? phrase(tokens, index - 3, 2, Phrase.Kind.IDIOM) : idiom;
    }

    /** The phrase of so many words that begins at {@code start}, or null. */
    private static @Nullable Phrase phrase(Tokens tokens, int start, int length, Phrase.Kind kind) {
        for (Phrase phrase : tokens.word(start).phrases()) {
            if (phrase.kind() == kind && phrase.words().size() == length && matches(phrase, tokens, start)) {
                return phrase;
            }
        }
        return null;
    }

    private static boolean matches(Phrase phrase, Tokens tokens, int start) {
        int length = phrase.words().size();
        if (start + length > tokens.size()) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (!phrase.words().get(i).equals(tokens.word(start + i).spelling)) {
                return false;
            }
        }
        return true;
    }

    /** "Least good", but neither "at least good" nor "very least good". */
    private static boolean isNegatedByLeast(Tokens tokens, int index) {
        if (index == 0 || !tokens.word(index - 1).is(Role.LEAST)) {
            return false;
        }
        return index == 1 || !(tokens.word(index - 2).is(Role.AT) || tokens.word(index - 2).is(Role.VERY));
    }
}
