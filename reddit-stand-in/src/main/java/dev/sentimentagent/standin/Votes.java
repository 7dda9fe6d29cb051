package dev.sentimentagent.standin;

/** The votes of a generated item: they grow with its age towards a final value, with a little fuzz as Reddit adds it. */
final class Votes {
    private static final double POST_HOURS = 9;
    private static final double COMMENT_HOURS = 6;
    private static final int FUZZ_SECONDS = 600;
    private static final int FUZZED_FROM = 12;

    private Votes() {}

    static int ofPost(long key, int comments, long created, long second) {
        double hot = StrictMath.pow(Hash.unit(key + 201), 3);
        long last = Math.round(comments * (0.4 + 7 * hot) + 6 * Hash.unit(key + 202) - 1);
        return shown(key, Math.max(0, last), POST_HOURS, created, second);
    }

    /** @param atPost votes that the post ends with: comments on a hot one are seen by many */
    static int ofComment(long key, int atPost, long created, long second) {
        double luck = Hash.unit(key + 203);
        double disliked = Hash.unit(key + 204);
        long last = Math.round(StrictMath.pow(luck, 6) * (4 + 0.4 * atPost) + 3 * luck);
        return shown(key, disliked < 0.07 ? -1 - last / 3 : Math.max(1, last), COMMENT_HOURS, created, second);
    }

    static double ratio(long key) {
        return Math.round((1 - 0.5 * StrictMath.pow(Hash.unit(key + 205), 3)) * 100) / 100.0;
    }

    private static int shown(long key, long last, double hours, long created, long second) {
        double grown = 1 - StrictMath.exp(-(second - created) / (hours * 3_600));
        long plain = 1 + Math.round((last - 1) * grown);
        if (plain < FUZZED_FROM) {
            return (int) plain;
        }
        return (int) plain + Math.floorMod(Hash.mix(key, second / FUZZ_SECONDS), 3) - 1;
    }
}
