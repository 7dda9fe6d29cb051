package dev.sentimentagent.server.trending;

import dev.sentimentagent.model.PostActivity;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A post with what it is ranked and compared by.
 *
 * @param phrases keys of the phrases of its title, each once, see {@link Title#phrases}
 * @param themes the best fitting first
 */
record RankedPost(PostActivity activity, double velocity, List<String> phrases, List<Theme> themes) {
    /** The most engaging first; ties by id, so that the order never depends on how the store returned the posts. */
    static final Comparator<RankedPost> MOST_ENGAGING = Comparator.comparingDouble(RankedPost::velocity)
            .reversed()
            .thenComparing(RankedPost::id);

    static RankedPost of(PostActivity activity, double velocity) {
        Title title = Title.of(activity.title());
        return new RankedPost(activity, velocity, List.copyOf(title.phrases()), Theme.of(title));
    }

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
