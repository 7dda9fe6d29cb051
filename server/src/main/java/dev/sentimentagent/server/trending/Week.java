package dev.sentimentagent.server.trending;

import dev.sentimentagent.model.PostActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The posts of a week, the most engaging first, with their vocabulary and what was said before. */
final class Week {
    /** With fewer posts before, nothing is known of what is usual. */
    private static final int LEAST_BACKGROUND = 200;

    private static final double PAIR_BONUS = 1.3;
    private static final double LEAST_TELLING = 0.45;

    private final List<RankedPost> posts;
    private final Vocabulary vocabulary;
    private final boolean hasBackground;
    private final double[] expected;

    private Week(List<RankedPost> posts, Vocabulary vocabulary, Background background) {
        this.posts = posts;
        this.vocabulary = vocabulary;
        this.hasBackground = background.posts() >= LEAST_BACKGROUND;
        this.expected = new double[vocabulary.size()];
        if (hasBackground) {
            double scale = (double) posts.size() / background.posts();
            Arrays.setAll(expected, term -> background.count(vocabulary.key(term)) * scale);
        }
    }

    static Week of(Collection<PostActivity> activity, Background background, Instant now) {
        Vocabulary vocabulary = new Vocabulary();
        List<RankedPost> posts = new ArrayList<>(activity.size());
        for (PostActivity post : activity) {
            Features features = Features.of(post);
            posts.add(new RankedPost(post, EngagementVelocity.of(post, now), vocabulary.add(features.terms()), features.themes()));
        }
        posts.sort(RankedPost.MOST_ENGAGING);
        return new Week(posts, vocabulary, background);
    }

    List<RankedPost> posts() {
        return posts;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Whether enough is known of the weeks before to tell what is new. */
    boolean hasBackground() {
        return hasBackground;
    }

    /** In how many titles the term would stand if it were used as in the weeks before; 0 if nothing is known of them. */
    double expected(int term) {
        return expected[term];
    }

    /**
     * How much a term tells: {@code ln(1 + N/n)} for one that stands in n of N titles, times {@value #PAIR_BONUS} for two words, which meet
     * by chance less often than one.
     */
    double weight(int term) {
        double rarity = Math.log1p(posts.size() / Math.max(vocabulary.titles(term), expected(term)));
        return vocabulary.isPair(term) ? rarity * PAIR_BONUS : rarity;
    }

    /** As the {@link #weight}, by how rare the term was in the weeks before: what all speak of now tells most. */
    double telling(int term) {
        double usual = hasBackground() ? Math.min(vocabulary.titles(term), Math.max(1, expected(term))) : vocabulary.titles(term);
        double rarity = Math.log1p(posts.size() / usual);
        return vocabulary.isPair(term) ? rarity * PAIR_BONUS : rarity;
    }

    /** Whether it tells anything by itself: an everyday word does not. */
    boolean isTelling(int term) {
        return telling(term) >= LEAST_TELLING * Math.log1p(posts.size());
    }
}
