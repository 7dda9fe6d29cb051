package dev.sentimentagent.standin;

/**
 * Something that happens to a product and that people speak of for some days.
 *
 * @param start in epoch seconds
 * @param days after which people speak of it about a third as much
 * @param strength 0.4 (a side note) to 2.2 (everybody speaks of it)
 */
record Happening(Subject subject, Product product, long start, double days, double strength, String version, String feature) {
    private static final double SECONDS_PER_DAY = 86_400;

    /** How much people speak of it at that moment. */
    double intensity(long second) {
        return second < start ? 0 : strength * StrictMath.exp(-(second - start) / SECONDS_PER_DAY / days);
    }

    /** What it does to the mood at that moment; a mood lasts longer than the talk. */
    double mood(long second) {
        return second < start
                ? 0
                : subject.effect() * Math.min(1, strength / 2) * StrictMath.exp(-(second - start) / SECONDS_PER_DAY / (2 * days));
    }
}
