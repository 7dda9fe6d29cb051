package dev.sentimentagent.sentiment;

import java.util.List;

/** What VADER knows of a word. Immutable; there is one object a word, so that words compare by identity. */
final class Word {
    /** The words that a rule names one by one. */
    enum Role {
        NONE, AT, BUT, DOUBT, KIND, LEAST, NEVER, NO, NOR, OF, OR, SO, THIS, VERY, WITHOUT
    }

    /** Any word of no account. */
    static final Word UNKNOWN = new Word("", false, 0, 0, false, Role.NONE, List.of());
    /** Any word that contains "n't" and is of no other account. */
    static final Word CONTRACTED_NOT = new Word("n't", false, 0, 0, true, Role.NONE, List.of());

    final String spelling;
    /** Of the spelling; here, where it costs no more waiting for memory. */
    final int length;
    /** Whether the lexicon rates it; a word that it rates never modifies another. */
    final boolean rated;
    /** Mean of the human ratings, −4 to 4; 0 unless rated. */
    final double valence;
    /** What it adds to the valence of a positive word after it: above 0 for a booster, below 0 for a dampener, else 0. */
    final double boost;
    final boolean negates;
    final Role role;
    /** Whether it changes no word beside it and begins no phrase. */
    final boolean inert;
    private final Phrase[] phrases;

    /** @param phrases those that begin with it */
    Word(String spelling, boolean rated, double valence, double boost, boolean negates, Role role, List<Phrase> phrases) {
        this.spelling = spelling;
        this.length = spelling.length();
        this.rated = rated;
        this.valence = valence;
        this.boost = boost;
        this.negates = negates;
        this.role = role;
        this.phrases = phrases.toArray(Phrase[]::new);
        this.inert = boost == 0 && !negates && role == Role.NONE && phrases.isEmpty();
    }

    boolean is(Role wanted) {
        return role == wanted;
    }

    /** Whether it is a booster or a dampener: such a word carries no sentiment of its own. */
    boolean boosts() {
        return boost != 0;
    }

    /** The phrases that begin with it; not to be changed. */
    Phrase[] phrases() {
        return phrases;
    }
}
