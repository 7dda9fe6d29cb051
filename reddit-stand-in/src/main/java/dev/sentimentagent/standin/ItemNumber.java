package dev.sentimentagent.standin;

/**
 * How ids of the generated world are made: a number that says the second of creation, the community, and which of the items of that
 * community and second it is. So ids grow with time, are unique, and lead back to where an item is planned.
 */
final class ItemNumber {
    /** 2015-01-01T00:00:00Z, so that ids are as long as Reddit's. */
    private static final long FIRST_SECOND = 1_420_070_400L;
    private static final int COMMUNITIES = 16;
    private static final int ITEMS_A_SECOND = 64;

    private ItemNumber() {}

    static long first(long second, Community community) {
        return ((second - FIRST_SECOND) * COMMUNITIES + community.slot()) * ITEMS_A_SECOND;
    }

    static long second(long number) {
        return Math.floorDiv(number, (long) COMMUNITIES * ITEMS_A_SECOND) + FIRST_SECOND;
    }

    static int slot(long number) {
        return (int) (Math.floorDiv(number, (long) ITEMS_A_SECOND) % COMMUNITIES);
    }

    /**
     * Number of an item whose predecessor in the same community is known.
     *
     * @param previous number of the predecessor; −1 if there is none
     */
    static long next(long second, Community community, long previous) {
        long first = first(second, community);
        if (previous < first) {
            return first;
        }
        if (previous + 1 >= first + ITEMS_A_SECOND) {
            throw new IllegalStateException("more than " + ITEMS_A_SECOND + " items in a second in r/" + community.name());
        }
        return previous + 1;
    }
}
