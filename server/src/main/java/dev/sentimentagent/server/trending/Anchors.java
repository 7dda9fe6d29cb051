package dev.sentimentagent.server.trending;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names that far more titles speak of than in the weeks before, and the facets (a tool and a theme), those of one story together.
 *
 * <p>The most surprising come first, words by themselves last; each has to be surprising in the titles that no story has yet. So "oss"
 * joins the story of "gpt-oss", whose titles hold most of its own, and "gpt", which is in the titles of several stories and hardly
 * elsewhere, names none.
 */
final class Anchors {
    private static final int LEAST_TITLES = 3;
    private static final double LEAST_BURST = 3;
    private static final double LEAST_SURPRISE = 8;
    /** A term joins the story that has more than this share of its titles that are in a story, and a third of all of them. */
    private static final double SHARED = 0.5;
    /** What stands in more of all titles than this is no story. */
    private static final double MOST_TITLES = 0.3;
    /** Titles a term is taken to be expected in at least: what was never said before may still be said by chance. */
    private static final double LEAST_EXPECTED = 0.5;
    private static final int MOST_STORIES = 60;
    private static final Pattern SIZE = Pattern.compile("a?\\d+(\\.\\d+)?(b|m|k|gb|tb|mb|bit)(a\\d+b)?|[qt]\\d+(k|s|m|xl)*|[\\d.$]+");

    private Anchors() {}

    private record Burst(int term, double surprise, BitSet posts) {}

    /** Terms that anchor each story; at most {@value #MOST_STORIES} stories. */
    static List<BitSet> of(Week week) {
        List<BitSet> stories = new ArrayList<>();
        List<BitSet> anchors = new ArrayList<>();
        BitSet told = new BitSet();
        for (Burst burst : bursts(week)) {
            BitSet untold = (BitSet) burst.posts().clone();
            untold.andNot(told);
            if (surprise(untold.cardinality(), week.expected(burst.term())) < LEAST_SURPRISE) {
                continue;
            }
            int known = burst.posts().cardinality() - untold.cardinality();
            int into = -1;
            for (int s = 0; s < stories.size(); s++) {
                int common = common(burst.posts(), stories.get(s));
                if (common > SHARED * known && common * 3 > burst.posts().cardinality()) {
                    into = s;
                }
            }
            if (into < 0 && stories.size() == MOST_STORIES) {
                continue;
            }
            if (into < 0) {
                into = stories.size();
                stories.add(new BitSet());
                anchors.add(new BitSet());
            }
            stories.get(into).or(untold);
            anchors.get(into).set(burst.term());
            told.or(untold);
        }
        return anchors;
    }

    private static List<Burst> bursts(Week week) {
        Vocabulary vocabulary = week.vocabulary();
        BitSet[] posts = new BitSet[vocabulary.size()];
        double[] surprise = new double[vocabulary.size()];
        for (int term = 0; term < surprise.length; term++) {
            surprise[term] = surprise(week, term);
            if (surprise[term] > 0) {
                posts[term] = new BitSet();
            }
        }
        for (int i = 0; i < week.posts().size(); i++) {
            for (int term : week.posts().get(i).terms()) {
                if (posts[term] != null) {
                    posts[term].set(i);
                }
            }
        }
        List<Burst> bursts = new ArrayList<>();
        for (int term = 0; term < surprise.length; term++) {
            if (posts[term] != null) {
                bursts.add(new Burst(term, surprise[term], posts[term]));
            }
        }
        bursts.sort(Comparator.comparing((Burst b) -> vocabulary.isPair(b.term()) || vocabulary.isFacet(b.term()))
                .thenComparingDouble(Burst::surprise).reversed().thenComparing(b -> vocabulary.key(b.term())));
        return bursts;
    }

    /** Log-likelihood ratio of the term's use against what was expected (Dunning, 1993); 0 if it is no anchor. */
    private static double surprise(Week week, int term) {
        Vocabulary vocabulary = week.vocabulary();
        int titles = vocabulary.titles(term);
        if (titles < LEAST_TITLES || titles > MOST_TITLES * week.posts().size() || !isAnchor(week, term)) {
            return 0;
        }
        double surprise = surprise(titles, week.expected(term));
        return surprise >= LEAST_SURPRISE ? surprise : 0;
    }

    private static double surprise(int titles, double expectation) {
        double expected = Math.max(expectation, LEAST_EXPECTED);
        return titles < LEAST_BURST * expected ? 0 : 2 * (titles * Math.log(titles / expected) - (titles - expected));
    }

    /** Terms that may name a story. */
    private static boolean isAnchor(Week week, int term) {
        Vocabulary vocabulary = week.vocabulary();
        if (isSize(vocabulary.key(term))) {
            return false;
        }
        if (!week.hasBackground()) {
            // What is new cannot be told then: names of two words are the least likely to be of every week.
            return vocabulary.isPair(term) && vocabulary.isName(term);
        }
        return vocabulary.isFacet(term) || vocabulary.isName(term);
    }

    /** Whether a word is a size or a number, which tells nothing by itself. */
    static boolean isSize(String word) {
        return SIZE.matcher(word).matches();
    }

    private static int common(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both.cardinality();
    }
}
