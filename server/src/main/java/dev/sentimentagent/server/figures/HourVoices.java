package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Sentiment;
import java.util.function.IntPredicate;

/**
 * The items of one hour without their text, as columns: 12 bytes an item, and 6 for each group, whose items stand together so that a question
 * passes over those that it is not about. Immutable.
 */
final class HourVoices {
    private static final int RADIX = 36;
    /** No author is known. */
    static final int NOBODY = 0;

    /** Of the hour, in which each was created. */
    private final short[] seconds;
    private final short[] compounds;
    /** The groups that there are, as {@link VoiceGroups} numbers them, and where the items of each end. */
    private final char[] groups;
    private final int[] ends;
    /** As {@link #thread} numbers them. */
    private final int[] threads;
    /** As {@link #voice} puts author and class together. */
    private final int[] authors;

    HourVoices(short[] seconds, short[] compounds, char[] groups, int[] ends, int[] threads, int[] authors) {
        this.seconds = seconds;
        this.compounds = compounds;
        this.groups = groups;
        this.ends = ends;
        this.threads = threads;
        this.authors = authors;
    }

    /** Takes items one by one. */
    interface Visitor {
        /**
         * Takes an item.
         *
         * @param sign of its class: −1, 0 or 1
         * @param author {@link #NOBODY} if not known
         */
        void item(int group, int sign, int compoundE4, int thread, int author);
    }

    int size() {
        return seconds.length;
    }

    /** Those of some groups, created from one second of the hour up to but not including another, in no particular order. */
    void each(int from, int to, IntPredicate wanted, Visitor visitor) {
        int start = 0;
        for (int run = 0; run < groups.length; run++) {
            int group = groups[run];
            int end = ends[run];
            if (wanted.test(group)) {
                for (int i = start; i < end; i++) {
                    if (seconds[i] >= from && seconds[i] < to) {
                        visitor.item(group, (authors[i] & 3) - 1, compounds[i], threads[i], authors[i] >>> 2);
                    }
                }
            }
            start = end;
        }
    }

    static int sign(Sentiment sentiment) {
        return switch (sentiment) {
            case NEGATIVE -> -1;
            case NEUTRAL -> 0;
            case POSITIVE -> 1;
        };
    }

    static Sentiment sentiment(int sign) {
        return sign > 0 ? Sentiment.POSITIVE : sign < 0 ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
    }

    /** Number of a thread: different for all posts of some years. */
    static int thread(String postId) {
        try {
            return (int) Long.parseLong(postId, RADIX);
        } catch (NumberFormatException _) {
            return postId.hashCode();
        }
    }

    /** Author and class in one number. Of 50 000 authors about one is taken for another. */
    static int voice(int authorHash, int sign) {
        int author = authorHash & 0x3FFF_FFFF;
        return (author == NOBODY ? 1 : author) << 2 | sign + 1;
    }

    /** The same of an item whose author is not known. */
    static int nobody(int sign) {
        return sign + 1;
    }
}
