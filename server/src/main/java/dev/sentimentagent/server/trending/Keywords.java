package dev.sentimentagent.server.trending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The telling phrases of a topic, by class-based TF-IDF (Grootendorst, "BERTopic", 2022): the share of the topic's posts that have the
 * phrase, hot ones counting more, times how much the phrase tells, to a power that keeps everyday words back. A phrase is told as long as
 * most of the titles say it, and once.
 */
final class Keywords {
    /** How many there should be, if the titles give so many. */
    static final int LEAST = 3;
    private static final int MOST = 8;
    private static final int MOST_CANDIDATES = 50;
    private static final double NAME_BONUS = 1.3;
    private static final double TELLING_POWER = 1.5;
    /** Beyond the first {@value #LEAST}, a phrase in a smaller share of the posts is not worth telling. */
    private static final double LEAST_SHARE = 0.08;

    private Keywords() {}

    /**
     * @param words keys of its words
     * @param spelling for a human
     * @param share of the topic's posts that have it, by weight, 0 to 1
     * @param posts number of posts that have it
     */
    record Keyword(List<String> words, String spelling, double share, int posts) {}

    /**
     * @param names words of the names of the topic's tools: no phrase of them alone is told
     * @return at most {@value #MOST}, the most telling first; those of several posts before those of one
     */
    static List<Keyword> of(List<RankedPost> posts, Wording wording, Week week, Set<String> names) {
        double total = posts.stream().mapToDouble(RankedPost::weight).sum();
        List<Keyword> keywords = new ArrayList<>();
        for (Candidate candidate : candidates(posts, week)) {
            boolean minor = candidate.weight / total < LEAST_SHARE || candidate.posts < Math.min(2, posts.size());
            if (keywords.size() == MOST || (keywords.size() >= LEAST && minor)) {
                break;
            }
            List<String> words = wording.grow(candidate.words);
            if (!names.containsAll(words) && keywords.stream().noneMatch(told -> repeats(told.words(), words))) {
                keywords.add(new Keyword(words, wording.spell(words), candidate.weight / total, candidate.posts));
            }
        }
        return keywords;
    }

    private static List<Candidate> candidates(List<RankedPost> posts, Week week) {
        Map<Integer, Candidate> candidates = new HashMap<>();
        for (RankedPost post : posts) {
            for (int term : post.terms()) {
                if (!week.vocabulary().isFacet(term) && week.isTelling(term)) {
                    Candidate candidate = candidates.computeIfAbsent(term, t -> new Candidate(week.vocabulary().words(t),
                            week.telling(t) * (week.vocabulary().isName(t) ? NAME_BONUS : 1)));
                    candidate.posts++;
                    candidate.weight += post.weight();
                }
            }
        }
        for (Candidate candidate : candidates.values()) {
            candidate.score = candidate.weight * Math.pow(candidate.telling, TELLING_POWER);
        }
        return candidates.values()
                .stream()
                .sorted(Comparator.comparing((Candidate candidate) -> candidate.posts > 1)
                        .thenComparingDouble(candidate -> candidate.score)
                        .reversed()
                        .thenComparing(candidate -> String.join(" ", candidate.words)))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private static boolean repeats(List<String> told, List<String> words) {
        return told.containsAll(words) || words.containsAll(told);
    }

    private static final class Candidate {
        final List<String> words;
        final double telling;
        int posts;
        double weight;
        double score;

        Candidate(List<String> words, double telling) {
            this.words = words;
            this.telling = telling;
        }
    }
}
