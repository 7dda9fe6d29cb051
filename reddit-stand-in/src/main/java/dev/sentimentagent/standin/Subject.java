package dev.sentimentagent.standin;

import java.util.Locale;
import java.util.SplittableRandom;

/** What a generated post is about; the first five are also what happens to products. */
enum Subject {
    RELEASE(3, 0.45), OUTAGE(1, -0.8), PRICING(3, -0.55), LIMITS(4, -0.45), BUG(9, -0.35), COMPARISON(14, 0), HOWTO(20, 0), SHOWCASE(16,
            0), OPINION(22, 0), NEWS(8, 0), CRAFT(0, 0);

    private static final int HAPPENINGS = 5;

    private final int weight;
    private final double effect;

    Subject(int weight, double effect) {
        this.weight = weight;
        this.effect = effect;
    }

    /** What it does to the mood at its height, −1 to 1. */
    double effect() {
        return effect;
    }

    /** The end of the names of its rules in the grammar. */
    String rule() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people write about on an ordinary day. */
    static Subject everyday(SplittableRandom random) {
        int total = 0;
        for (Subject subject : values()) {
            total += subject.weight;
        }
        int chosen = random.nextInt(total);
        for (Subject subject : values()) {
            chosen -= subject.weight;
            if (chosen < 0) {
                return subject;
            }
        }
        return OPINION;
    }

    /** Something that happens to a product. */
    static Subject happening(SplittableRandom random) {
        return values()[random.nextInt(HAPPENINGS)];
    }
}
