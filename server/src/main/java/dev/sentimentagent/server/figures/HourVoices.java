package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Sentiment;

/** The items of one hour without their text, as columns: 14 bytes an item. Immutable. */
final class HourVoices {
    private static final int RADIX = 36;
    /** No author is known. */
    static final int NOBODY = 0;

    /** Of the hour, in which each was created. */
    private final short[] seconds;
    private final short[] compounds;
    /** As {@link VoiceGroups} numbers them. */
    private final char[] groups;
    /** As {@link #thread} numbers them. */
    private final int[] threads;
    /** As {@link #voice} puts author and class together. */
    private final int[] authors;

    HourVoices(short[] seconds, short[] compounds, char[] groups, int[] threads, int[] authors) {
        this.seconds = seconds;
        this.compounds = compounds;
        this.groups = groups;
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

    /** Those created from one second of the hour up to but not including another. */
    void each(int from, int to, Visitor visitor) {
        for (int i = 0; i < seconds.length; i++) {
            if (seconds[i] >= from && seconds[i] < to) {
                visitor.item(groups[i], (authors[i] & 3) - 1, compounds[i], threads[i], authors[i] >>> 2);
            }
        }
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
