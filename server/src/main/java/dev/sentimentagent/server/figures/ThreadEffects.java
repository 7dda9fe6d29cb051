package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Tally;
import java.util.OptionalLong;

/** The design effects of one scope, while its threads are taken in one by one. Not thread-safe. */
final class ThreadEffects {
    private final long items;
    private final DesignEffect mean;
    private final DesignEffect positive;
    private final DesignEffect negative;
    private final DesignEffect neutral;
    private double squaredSizes;
    private long count;

    /** @param tally of all items of the threads that will follow */
    ThreadEffects(Tally tally) {
        items = tally.total();
        mean = new DesignEffect(items, tally.squareSumE8());
        positive = new DesignEffect(items, tally.positive());
        negative = new DesignEffect(items, tally.negative());
        neutral = new DesignEffect(items, tally.neutral());
    }

    void add(int size, long score, int up, int down) {
        mean.add(size, (double) score);
        positive.add(size, up);
        negative.add(size, down);
        neutral.add(size, size - up - down);
        squaredSizes += (double) size * size;
        count++;
    }

    /** Without knowing how many people stand behind them. */
    Clustering clustering() {
        return new Clustering(items, mean.value(), positive.value(), neutral.value(), negative.value(),
                items == 0 ? 1 : squaredSizes / items, OptionalLong.of(count), OptionalLong.empty());
    }
}
