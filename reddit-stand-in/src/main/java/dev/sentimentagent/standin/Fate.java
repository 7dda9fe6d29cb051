package dev.sentimentagent.standin;

import dev.sentimentagent.standin.Snapshot.PostSnapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a generated item: when it is edited and when it goes, in epoch seconds, {@link #NEVER} for neither.
 *
 * @param category how it goes, in Reddit's words
 */
record Fate(long edited, long gone, String category) {
    static final long NEVER = Long.MAX_VALUE;

    private static final double EDITED = 0.02;
    private static final double GONE = 0.015;
    private static final int STILL_LISTED_ONE_IN = 12;

    static Fate of(long key, long created) {
        long edited = Hash.unit(key + 101) < EDITED ? created + 120 + (long) (Hash.unit(key + 102) * 10 * 3_600) : NEVER;
        long gone = Hash.unit(key + 103) < GONE ? created + 600 + (long) (Hash.unit(key + 104) * 30 * 3_600) : NEVER;
        double how = Hash.unit(key + 105);
        String category;
        if (how < 0.5) {
            category = "deleted";
        } else if (how < 0.8) {
            category = "moderator";
        } else {
            category = how < 0.95 ? "automod_filtered" : "reddit";
        }
        return new Fate(edited < gone ? edited : NEVER, gone, category);
    }

    boolean goneBy(long second) {
        return gone <= second;
    }

    boolean byAuthor() {
        return category.equals("deleted");
    }

    /** What stands in the place of the text of an item that is gone. */
    String epitaph() {
        return byAuthor() ? Snapshot.DELETED : Snapshot.REMOVED;
    }

    @Nullable
    Instant editedBy(long second) {
        return edited <= second ? Instant.ofEpochSecond(edited) : null;
    }

    /** Whether a listing shows the item at that time; a few are shown although they are gone. */
    boolean listed(long second, long key) {
        return !goneBy(second) || Math.floorMod(Hash.mix(key + 106), STILL_LISTED_ONE_IN) == 0;
    }

    /** See {@link PostSnapshot#removedByCategory}. */
    @Nullable
    String categoryBy(long second) {
        return goneBy(second) ? category : null;
    }
}
