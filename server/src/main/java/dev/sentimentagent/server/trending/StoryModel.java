package dev.sentimentagent.server.trending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which story a post belongs to by all its title's terms, its tools, its subreddit and its time: a naive Bayes classifier that
 * begins with the posts that name a story's anchors and learns from what it has assigned (Nigam et al., "Text classification from labeled
 * and unlabeled documents using EM", 2000), with assignments that are hard. Takes time linear in the number of terms of all titles, times
 * the number of stories that share a term.
 */
final class StoryModel {
    private static final int ROUNDS = 3;
    /** Half a day: at which half days of the week a story is told tells, too. */
    private static final Duration SPAN = Duration.ofHours(12);

    private final Week week;
    private final List<BitSet> anchors;
    private final int[][] terms;
    private final int[][] traits;
    private final int[][] tools;
    private final int traitCount;
    /** For each post the stories whose anchors it names. */
    private final int[][] named;
    private int[] storyOf;

    private StoryModel(Week week, List<BitSet> anchors) {
        this.week = week;
        this.anchors = anchors;
        Map<Object, Integer> ids = new HashMap<>();
        List<RankedPost> posts = week.posts();
        this.terms = posts.stream().map(post -> Arrays.stream(post.terms()).filter(this::counts).toArray()).toArray(int[][]::new);
        this.tools = posts.stream().map(post -> post.toolIds().stream().sorted().mapToInt(tool -> id(tool, ids)).toArray())
                .toArray(int[][]::new);
        this.traits = posts.stream().map(post -> traits(post, ids)).toArray(int[][]::new);
        this.traitCount = ids.size();
        this.named = posts.stream().map(this::named).toArray(int[][]::new);
        this.storyOf = Arrays.stream(named).mapToInt(stories -> stories.length == 0 ? -1 : stories[0]).toArray();
    }

    /**
     * @param anchors terms that name each story
     * @return the story of each post of the week, an index into the anchors; −1 for none
     */
    static int[] assign(Week week, List<BitSet> anchors) {
        StoryModel model = new StoryModel(week, anchors);
        for (int round = 0; round < ROUNDS && !anchors.isEmpty(); round++) {
            model.reassign();
        }
        return model.storyOf;
    }

    /** A term of one title tells nothing of any other. */
    private boolean counts(int term) {
        return week.vocabulary().titles(term) > 1 && !week.vocabulary().isFacet(term);
    }

    private static int[] traits(RankedPost post, Map<Object, Integer> ids) {
        List<Object> traits = new ArrayList<>(post.toolIds().stream().sorted().toList());
        traits.add("r/" + post.activity().subreddit());
        traits.add(post.activity().createdUtc().getEpochSecond() / SPAN.toSeconds());
        return traits.stream().mapToInt(trait -> id(trait, ids)).sorted().toArray();
    }

    private static int id(Object trait, Map<Object, Integer> ids) {
        return ids.computeIfAbsent(trait, t -> ids.size());
    }

    private int[] named(RankedPost post) {
        BitSet stories = new BitSet();
        for (int story = 0; story < anchors.size(); story++) {
            BitSet names = anchors.get(story);
            if (Arrays.stream(post.terms()).anyMatch(names::get)) {
                stories.set(story);
            }
        }
        return stories.stream().toArray();
    }

    private void reassign() {
        StoryEvidence evidence = new StoryEvidence(week, anchors.size(), traitCount, terms, traits, tools, storyOf);
        int[] assigned = new int[storyOf.length];
        for (int post = 0; post < assigned.length; post++) {
            // Who names a story tells it; the rest tells which, if several are named.
            assigned[post] = named[post].length == 1
                    ? named[post][0]
                    : evidence.likeliest(terms[post], traits[post], tools[post], named[post]);
        }
        storyOf = assigned;
    }
}
