package dev.sentimentagent.server.trending;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names that far more titles speak of than in the weeks before, those of one story together.
 */
final class Anchors {
    private static final int LEAST_TITLES = 3;
    private static final double LEAST_BURST = 3;
    private static final double LEAST_SURPRISE = 8;
    private static final double SHARED = 0.5;
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
            if (System.getProperty("dbg") != null) System.out.println(week.vocabulary().key(burst.term()) + " " + burst.posts().cardinality() + "," + untold.cardinality() + " " + Math.round(burst.surprise()) + " exp " + week.expected(burst.term()) + " -> " + (into < 0 ? "NEW" : week.vocabulary().key(anchors.get(into).nextSetBit(0))));
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
        bursts.sort(Comparator.comparing((Burst b) -> vocabulary.isPair(b.term()) || vocabulary.isFacet(b.term())).thenComparingDouble(Burst::surprise).reversed().thenComparing(b -> vocabulary.key(b.term())));
        return bursts;
    }

    /** Log-likelihood ratio of the term's use against what was expected (Dunning, 1993); 0 if it is no anchor. */
    private static double surprise(Week week, int term) {
        Vocabulary vocabulary = week.vocabulary();
        int titles = vocabulary.titles(term);
        if (titles < LEAST_TITLES || titles > 0.3 * week.posts().size() || !isAnchor(week, term)) {
            return 0;
        }
        double surprise = surprise(titles, week.expected(term));
        return surprise >= LEAST_SURPRISE ? surprise : 0;
    }

    private static double surprise(int titles, double expectation) {
        double expected = Math.max(expectation, 0.5);
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
