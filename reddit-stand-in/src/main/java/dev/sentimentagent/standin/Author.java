package dev.sentimentagent.standin;

import java.util.Locale;
import java.util.SplittableRandom;

/** The names of the generated world's people: invented, and the same few write much. */
final class Author {
    private static final int PEOPLE = 40_000;
    private static final double CONCENTRATION = 2.2;

    private Author() {}

    static String of(long key, Grammar grammar, Situation anywhere) {
        int person = (int) (StrictMath.pow(Hash.unit(key + 301), CONCENTRATION) * PEOPLE);
        SplittableRandom random = new SplittableRandom(Hash.mix(person, 302));
        String first = grammar.say("firstname", anywhere, random);
        String last = grammar.say("lastname", anywhere, random);
        // The number makes the name one person's own.
        return switch (person % 4) {
            case 0 -> first + "_" + last.toLowerCase(Locale.ROOT) + person;
            case 1 -> capital(first) + last + "-" + person;
            case 2 -> last.toLowerCase(Locale.ROOT) + "_of_" + first + "_" + person;
            default -> capital(first) + "-" + last + "_" + person;
        };
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
