package dev.sentimentagent.standin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing.
 *
 * @param after fullname with which the next page is asked for; null on the last
 */
record Paging(List<String> names, @Nullable String after) {
    private static final int SWAPPED_ONE_IN = 6;

    /** The page that begins behind {@code after}; if that item is no longer listed, with the first one older than it. */
    static Paging of(List<String> listing, @Nullable String after, int limit) {
        int from = after == null ? 0 : indexBehind(listing, after);
        int to = Math.min(listing.size(), from + limit);
        List<String> names = listing.subList(from, to);
        return new Paging(names, to < listing.size() ? names.getLast() : null);
    }

    private static int indexBehind(List<String> listing, String after) {
        int index = listing.indexOf(after);
        if (index >= 0) {
            return index + 1;
        }
        for (int i = 0; i < listing.size(); i++) {
            if (Base36.isOlder(listing.get(i), after)) {
                return i;
            }
        }
        return listing.size();
    }

    /**
     * The listing with some neighbours swapped: which ones depends on the items alone and is settled from the old end, so that pages stay
     * consistent while new items arrive.
     */
    static List<String> loosen(List<String> listing) {
        List<String> loose = new ArrayList<>(listing);
        for (int i = loose.size() - 2; i >= 0; i--) {
            if (Math.floorMod(Hash.mix(loose.get(i).hashCode()), SWAPPED_ONE_IN) == 0) {
                Collections.swap(loose, i, i + 1);
            }
        }
        return loose;
    }
}
