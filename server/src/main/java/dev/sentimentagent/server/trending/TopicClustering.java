package dev.sentimentagent.server.trending;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups posts into topics. First come the stories: {@link Anchors} name them, {@link StoryModel} finds who tells them. Of the other posts
 * the most engaging {@value #CORE} are joined by likeness ({@link AverageLinkage}), and each quieter one joins the topic it is most like,
 * if it is like enough. So the work grows no faster than the number of posts, and the quieter posts of a story still count in it.
 */
final class TopicClustering {
    private static final int CORE = 300;
    /** One post is a topic of its own if it is among so many of the most engaging. */
    private static final int HOTTEST = 10;
    /** Average likeness within a topic: about that of titles of five telling words that share two of them, side by side. */
    private static final double THRESHOLD = 0.2;

    private final Week week;
    private final Likeness likeness;

    TopicClustering(Week week) {
        this.week = week;
        this.likeness = new Likeness(week);
    }

    /** Groups of posts, the most engaging first in each. */
    List<List<RankedPost>> cluster() {
        List<List<RankedPost>> stories = new ArrayList<>();
        List<BitSet> anchors = Anchors.of(week);
        int[] storyOf = StoryModel.assign(week, anchors);
        anchors.forEach(story -> stories.add(new ArrayList<>()));
        List<RankedPost> rest = new ArrayList<>();
        for (int i = 0; i < storyOf.length; i++) {
            (storyOf[i] < 0 ? rest : stories.get(storyOf[i])).add(week.posts().get(i));
        }
        stories.removeIf(List::isEmpty);
        stories.addAll(clusterOthers(rest));
        double hot = week.posts().isEmpty() ? 0 : week.posts().get(Math.min(HOTTEST, week.posts().size()) - 1).velocity();
        stories.removeIf(topic -> topic.size() == 1 && topic.getFirst().velocity() < hot);
        return stories;
    }

    private List<List<RankedPost>> clusterOthers(List<RankedPost> posts) {
        List<RankedPost> core = posts.stream().limit(CORE).filter(post -> post.velocity() > 0).toList();
        Map<Integer, List<Posting>> postings = postings(core);
        double[][] matrix = core.stream().map(post -> toCore(post, core, postings)).toArray(double[][]::new);
        List<List<Integer>> clusters = AverageLinkage.cluster(matrix, THRESHOLD);
        List<List<RankedPost>> topics = new ArrayList<>();
        int[] topicOf = new int[core.size()];
        for (List<Integer> cluster : clusters) {
            cluster.forEach(i -> topicOf[i] = topics.size());
            topics.add(new ArrayList<>(cluster.stream().map(core::get).toList()));
        }
        int[] coreSizes = topics.stream().mapToInt(List::size).toArray();
        for (RankedPost post : posts.subList(core.size(), posts.size())) {
            int topic = nearest(toCore(post, core, postings), topicOf, coreSizes);
            if (topic >= 0) {
                topics.get(topic).add(post);
            }
        }
        return topics;
    }

    private Map<Integer, List<Posting>> postings(List<RankedPost> core) {
        Map<Integer, List<Posting>> postings = new HashMap<>();
        for (int i = 0; i < core.size(); i++) {
            int[] terms = core.get(i).terms();
            double[] weights = likeness.weights(core.get(i));
            for (int t = 0; t < terms.length; t++) {
                postings.computeIfAbsent(terms[t], term -> new ArrayList<>()).add(new Posting(i, weights[t]));
            }
        }
        return postings;
    }

    /** Likeness of the post to each of the core. */
    private double[] toCore(RankedPost post, List<RankedPost> core, Map<Integer, List<Posting>> postings) {
        double[] sums = new double[core.size()];
        int[] terms = post.terms();
        double[] weights = likeness.weights(post);
        for (int t = 0; t < terms.length; t++) {
            for (Posting posting : postings.getOrDefault(terms[t], List.of())) {
                sums[posting.index()] += weights[t] * posting.weight();
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums[i] == 0 ? 0 : sums[i] * Likeness.toolFactor(post, core.get(i));
        }
        return sums;
    }

    /** The topic whose posts of the core are most like a post on average; −1 if none reaches the threshold. */
    private static int nearest(double[] toCore, int[] topicOf, int[] coreSizes) {
        double[] averages = new double[coreSizes.length];
        for (int i = 0; i < toCore.length; i++) {
            averages[topicOf[i]] += toCore[i] / coreSizes[topicOf[i]];
        }
        int nearest = -1;
        double best = THRESHOLD;
        for (int i = 0; i < averages.length; i++) {
            if (averages[i] >= best && (nearest < 0 || averages[i] > best)) {
                best = averages[i];
                nearest = i;
            }
        }
        return nearest;
    }

    /** That a post of the core has a feature, and how much of it. */
    private record Posting(int index, double weight) {}
}
