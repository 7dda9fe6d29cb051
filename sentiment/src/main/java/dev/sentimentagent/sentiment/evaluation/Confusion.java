package dev.sentimentagent.sentiment.evaluation;

import dev.sentimentagent.model.Sentiment;

/** Counts of texts by the class that people gave and the one that a scorer gave, and what follows from them. Not thread-safe. */
public final class Confusion {
    private static final Sentiment[] CLASSES = Sentiment.values();

    private final long[] counts = new long[CLASSES.length * CLASSES.length];
    private long total;

    public void add(Sentiment gold, Sentiment given) {
        add(gold, given, 1);
    }

    void add(Sentiment gold, Sentiment given, long times) {
        counts[place(gold, given)] += times;
        total += times;
    }

    public long total() {
        return total;
    }

    /** Texts that people put in one class and the scorer in the other. */
    public long count(Sentiment gold, Sentiment given) {
        return counts[place(gold, given)];
    }

    /** Share of texts on which both agree; NaN of none. */
    public double accuracy() {
        long agreed = 0;
        for (Sentiment c : CLASSES) {
            agreed += count(c, c);
        }
        return (double) agreed / total;
    }

    /** Mean of the classes' F1, each counting the same; that of a class which neither side gives is 0. */
    public double macroF1() {
        double sum = 0;
        for (Sentiment c : CLASSES) {
            long both = count(c, c);
            long either = goldCount(c) + givenCount(c);
            sum += both == 0 ? 0 : 2.0 * both / either;
        }
        return sum / CLASSES.length;
    }

    /** Share of the texts that people put in a class. */
    public double goldShare(Sentiment c) {
        return (double) goldCount(c) / total;
    }

    /** Share of the texts that the scorer put in a class. */
    public double givenShare(Sentiment c) {
        return (double) givenCount(c) / total;
    }

    private long goldCount(Sentiment gold) {
        long sum = 0;
        for (Sentiment given : CLASSES) {
            sum += count(gold, given);
        }
        return sum;
    }

    private long givenCount(Sentiment given) {
        long sum = 0;
        for (Sentiment gold : CLASSES) {
            sum += count(gold, given);
        }
        return sum;
    }

    private static int place(Sentiment gold, Sentiment given) {
        return CLASSES.length * place(gold) + place(given);
    }

    private static int place(Sentiment c) {
        return switch (c) {
            case POSITIVE -> 0;
            case NEGATIVE -> 1;
            case NEUTRAL -> 2;
        };
    }
}
