package dev.sentimentagent.server.figures;

import java.util.Arrays;

/**
 * Items in two orders: thread by thread, and author by author. A number for each item holds all that is counted of it, so that sorting brings
 * together what belongs together; that is several times as fast as looking each of them up in a table. Not thread-safe; may be used again.
 */
final class Shard {
    private static final int FIRST = 1 << 12;
    private static final int GROUP_BITS = Character.SIZE;
    private static final int GROUP = (1 << GROUP_BITS) - 1;
    private static final int SIGN_BITS = 2;
    private static final int SIGN = (1 << SIGN_BITS) - 1;
    private static final int SCORE_BITS = 15;
    private static final int SCORE = (1 << SCORE_BITS) - 1;
    /** Makes a score of −10 000 to 10 000 one that is not negative. */
    private static final int ZERO = 1 << (SCORE_BITS - 1);
    /** The 31 lower bits of a thread's number remain: Reddit takes years to come to the same ones again. */
    private static final int BELOW_THREAD = GROUP_BITS + SIGN_BITS + SCORE_BITS;

    private long[] byThread = new long[FIRST];
    private long[] byAuthor = new long[FIRST];
    private int items;
    private int authored;

    void clear() {
        items = 0;
        authored = 0;
    }

    void addToThread(int thread, int group, int sign, int compoundE4) {
        if (items == byThread.length) {
            byThread = Arrays.copyOf(byThread, 2 * items);
        }
        byThread[items++] = (long) thread << BELOW_THREAD | (long) group << (SIGN_BITS + SCORE_BITS) | (long) (sign + 1) << SCORE_BITS
                | (compoundE4 + ZERO);
    }

    /** @param author who is known */
    void addToAuthor(int author, int group) {
        if (authored == byAuthor.length) {
            byAuthor = Arrays.copyOf(byAuthor, 2 * authored);
        }
        byAuthor[authored++] = (long) author << GROUP_BITS | group;
    }

    void sort() {
        Arrays.sort(byThread, 0, items);
        Arrays.sort(byAuthor, 0, authored);
    }

    int items() {
        return items;
    }

    /** How many of the items have a known author. */
    int authored() {
        return authored;
    }

    /** Whether that item is of another thread than the one before it. */
    boolean beginsThread(int item) {
        return item == 0 || byThread[item] >> BELOW_THREAD != byThread[item - 1] >> BELOW_THREAD;
    }

    int group(int item) {
        return (int) (byThread[item] >> (SIGN_BITS + SCORE_BITS)) & GROUP;
    }

    int sign(int item) {
        return ((int) (byThread[item] >> SCORE_BITS) & SIGN) - 1;
    }

    int compoundE4(int item) {
        return ((int) byThread[item] & SCORE) - ZERO;
    }

    /** The same in the order of authors. */
    boolean beginsAuthor(int item) {
        return item == 0 || byAuthor[item] >> GROUP_BITS != byAuthor[item - 1] >> GROUP_BITS;
    }

    int groupByAuthor(int item) {
        return (int) byAuthor[item] & GROUP;
    }
}
