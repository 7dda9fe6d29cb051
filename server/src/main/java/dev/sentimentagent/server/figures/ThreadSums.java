package dev.sentimentagent.server.figures;

/** Sums of the items of one thread, by place; then of the next. Not thread-safe. */
final class ThreadSums {
    private final int[] items;
    private final long[] scores;
    private final int[] positive;
    private final int[] negative;
    /** The places that the thread has come to. */
    private final int[] touched;
    private int count;

    ThreadSums(int places) {
        items = new int[places];
        scores = new long[places];
        positive = new int[places];
        negative = new int[places];
        touched = new int[places];
    }

    /** @param sign of the item's class: −1, 0 or 1 */
    void add(int place, int sign, int compoundE4) {
        if (items[place]++ == 0) {
            touched[count++] = place;
        }
        scores[place] += compoundE4;
        if (sign > 0) {
            positive[place]++;
        } else if (sign < 0) {
            negative[place]++;
        }
    }

    /** Takes sums one by one. */
    interface Visitor {
        void sums(int place, int items, long scoreE4, int positive, int negative);
    }

    /** Gives away the sums and begins anew. */
    void flush(Visitor visitor) {
        for (int i = 0; i < count; i++) {
            int place = touched[i];
            visitor.sums(place, items[place], scores[place], positive[place], negative[place]);
            items[place] = 0;
            scores[place] = 0;
            positive[place] = 0;
            negative[place] = 0;
        }
        count = 0;
    }
}
