package dev.sentimentagent.server.trending;

import dev.sentimentagent.model.PostActivity;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A post with what it is ranked and compared by.
 *
 * @param terms ids of the terms of its title in the {@link Vocabulary}, each once, in order
 * @param themes the best fitting first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RankedPost(PostActivity activity, double velocity, int[] terms, List<Theme> themes) {
    /** The most engaging first; ties by id, so that the order never depends on how the store returned the posts. */
    static final Comparator<RankedPost> MOST_ENGAGING = Comparator.comparingDouble(RankedPost::velocity)
            .reversed()
            .thenComparing(RankedPost::id);

    String id() {
        return activity.id();
    }

    Set<String> toolIds() {
        return activity.toolIds();
    }

    /** How much it counts among the posts of its topic: more the hotter it is, but one hot post does not drown ten others. */
    double weight() {
        return 1 + Math.log1p(velocity);
    }
}
