package dev.sentimentagent.server.trending;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Stream;

/**
 * How much more often each story's posts have a term or a trait than the posts of no story, as logarithms.
 *
 * <p>A story is taken to use every term now and then, as the whole week does (Dirichlet smoothing). What posts of no story say is taken
 * from those that are in none and from the weeks before: words that are suddenly frequent are a story's, rather than of none.
 */
final class StoryEvidence {
    /** Terms of one title are not independent: their evidence counts by so much. */
    private static final double TEMPER = 0.7;
    /** Least log odds against no story: a post is taken at a probability of a third. Evidence by titles is weak, but seldom misleading. */
    private static final double LEAST = -0.7;
    /** One term that is not a story's says no more against it than this: long titles have many. */
    private static final double FLOOR = -1;
    /** Terms, and posts, of the whole week that each story is taken to have beside its own. */
    private static final double TERM_PRIOR = 200;
    private static final double TRAIT_PRIOR = 10;
    private static final double USUAL_PRIOR = 500;
    /** Share of the weeks before in what is usual. */
    private static final double BEFORE = 0.7;

    /** A story is of a tool if so many of its posts are. */
    private static final double TOOL_SHARE = 0.6;

    private final int stories;
    private final double[] prior;
    /** By term: evidence for a story that never used it is this, and the story's own {@link #unseen}. */
    private final double[] rarity;
    private final double[] unseen;
    /** By term: from where on in {@link #users} and {@link #evidence} the stories stand that have used it. */
    private final int[] from;
    private final int[] users;
    private final double[] evidence;
    private final double[][] traitEvidence;
    /** By story: the tools that most of its posts speak of. */
    private final BitSet[] toolsOf;

    /**
     * @param terms of each post
     * @param traits of each post
     * @param tools those of each post's traits that are tools
     * @param storyOf the story of each post, −1 for none
     */
    StoryEvidence(Week week, int stories, int traitCount, int[][] terms, int[][] traits, int[][] tools, int[] storyOf) {
        this.stories = stories;
        int size = week.vocabulary().size();
        double[] posts = new double[stories + 1];
        double[] used = new double[stories + 1];
        int[] counts = new int[size];
        int[] countsOfNone = new int[size];
        double[][] traitCounts = new double[stories + 1][traitCount];
        long[] uses = new long[Arrays.stream(terms).mapToInt(post -> post.length).sum()];
        int use = 0;
        for (int post = 0; post < storyOf.length; post++) {
            int story = storyOf[post] < 0 ? stories : storyOf[post];
            posts[story]++;
            used[story] += terms[post].length;
            for (int term : terms[post]) {
                counts[term]++;
                if (story == stories) {
                    countsOfNone[term]++;
                } else {
                    uses[use++] = (long) term << 32 | story;
                }
            }
            for (int trait : traits[post]) {
                traitCounts[story][trait]++;
            }
        }
        Arrays.sort(uses, 0, use);

        this.prior = new double[stories];
        this.unseen = new double[stories];
        for (int story = 0; story < stories; story++) {
            prior[story] = Math.log(posts[story] / (posts[stories] + 1));
            unseen[story] = Math.log(TERM_PRIOR / (used[story] + TERM_PRIOR));
        }
        double all = Arrays.stream(used).sum();
        double ofNone = posts[stories] / Math.max(storyOf.length, 1);
        this.rarity = new double[size];
        double[] share = new double[size];
        for (int term = 0; term < size; term++) {
            share[term] = counts[term] / all;
            double usual = week.hasBackground()
                    ? BEFORE * week.expected(term) * ofNone + (1 - BEFORE) * countsOfNone[term]
                    : countsOfNone[term];
            rarity[term] = counts[term] == 0
                    ? 0
                    : Math.log(share[term] * (used[stories] + USUAL_PRIOR) / (usual + USUAL_PRIOR * share[term]));
        }
        this.from = new int[size + 1];
        this.users = new int[use];
        this.evidence = new double[use];
        int runs = 0;
        for (int i = 0; i < use;) {
            int term = (int) (uses[i] >> 32);
            int story = (int) uses[i];
            int start = i;
            while (i < use && uses[i] == uses[start]) {
                i++;
            }
            users[runs] = story;
            evidence[runs] = rarity[term] + unseen[story] + Math.log1p((i - start) / (TERM_PRIOR * share[term]));
            from[term + 1] = ++runs;
        }
        for (int term = 0; term < size; term++) {
            from[term + 1] = Math.max(from[term + 1], from[term]);
        }
        this.toolsOf = Stream.generate(BitSet::new).limit(stories).toArray(BitSet[]::new);
        for (int post = 0; post < tools.length; post++) {
            for (int tool : tools[post]) {
                if (storyOf[post] >= 0 && traitCounts[storyOf[post]][tool] >= TOOL_SHARE * posts[storyOf[post]]) {
                    toolsOf[storyOf[post]].set(tool);
                }
            }
        }
        this.traitEvidence = traitEvidence(traitCounts, posts);
    }

    private double[][] traitEvidence(double[][] counts, double[] posts) {
        double all = Arrays.stream(posts).sum();
        double[][] logarithms = new double[stories + 1][];
        for (int story = 0; story <= stories; story++) {
            int index = story;
            logarithms[story] = new double[counts[story].length];
            Arrays.setAll(logarithms[story], trait -> {
                double share = Arrays.stream(counts).mapToDouble(of -> of[trait]).sum() / all;
                return Math.log((counts[index][trait] + TRAIT_PRIOR * share) / (posts[index] + TRAIT_PRIOR));
            });
        }
        return logarithms;
    }

    /**
     * The story that a post most likely belongs to; −1 if that is none.
     *
     * @param tools those of the traits that are tools: a post of other tools alone is not of a story of one
     * @param among the stories it is one of; if empty, it may be any or none
     */
    int likeliest(int[] terms, int[] traits, int[] tools, int[] among) {
        int likeliest = -1;
        double most = among.length == 0 ? LEAST : Double.NEGATIVE_INFINITY;
        BitSet candidates = new BitSet(stories);
        double[] more = new double[stories];
        for (int term : terms) {
            for (int i = from[term]; i < from[term + 1]; i++) {
                candidates.set(users[i]);
                more[users[i]] += Math.max(FLOOR, evidence[i]) - Math.max(FLOOR, rarity[term] + unseen[users[i]]);
            }
        }
        if (among.length > 0) {
            candidates.clear();
            Arrays.stream(among).forEach(candidates::set);
        }
        for (int story = candidates.nextSetBit(0); story >= 0; story = candidates.nextSetBit(story + 1)) {
            double odds = more[story];
            for (int term : terms) {
                odds += Math.max(FLOOR, rarity[term] + unseen[story]);
            }
            for (int trait : traits) {
                odds += traitEvidence[story][trait] - traitEvidence[stories][trait];
            }
            odds = prior[story] + TEMPER * odds;
            if (odds > most && (among.length > 0 || !isOfOther(story, tools))) {
                likeliest = story;
                most = odds;
            }
        }
        return likeliest;
    }

    private boolean isOfOther(int story, int[] tools) {
        return tools.length > 0 && !toolsOf[story].isEmpty() && Arrays.stream(tools).noneMatch(toolsOf[story]::get);
    }
}
