package dev.sentimentagent.standin;

/** What a generated text expresses. */
enum Stance {
    POSITIVE, NEGATIVE, NEUTRAL, MIXED;

    /**
     * @param mood of the speaker's tool, −1 to 1
     * @param chance a random number of 0 to 1
     */
    static Stance of(double mood, double chance) {
        double positive = Math.clamp(0.34 + 0.4 * mood, 0.04, 0.8);
        double negative = Math.clamp(0.28 - 0.4 * mood, 0.04, 0.8);
        if (chance < positive) {
            return POSITIVE;
        }
        if (chance < positive + negative) {
            return NEGATIVE;
        }
        return chance < positive + negative + 0.1 ? MIXED : NEUTRAL;
    }
}
