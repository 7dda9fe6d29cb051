package dev.sentimentagent.sentiment;

import static dev.sentimentagent.sentiment.VerdictWords.*;

import dev.sentimentagent.model.ToolVerdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads from one text after another what it says of each of the tools that it names. Sentence by sentence: tools that are joined ("Cline and
 * Aider") share what is said; of two that are compared one gains what the other loses; else the sentence is cut between the tools, where a
 * clause ends if one does, and each part is scored for its tool. A sentence that names none goes on about those of the one before. Confined to
 * one thread.
 */
final class VerdictReader {
    /** What a comparison says. */
    private static final double COMPARED_SCORE = 0.6;
    /** What a sentence says in which the tool is not named. */
    private static final double CONTINUED = 0.5;
    private static final double RECOMMENDED = 0.5;
    /** What a word such as "nailed" says where the scorer finds nothing. */
    private static final double OUTCOME_SCORE = 0.4;
    private static final int REACH = 4;

    private final TalkScorer scorer;
    private final TalkReader reader;
    private final ToolMatcher matcher;
    private final VerdictText text;
    private final Comparisons comparisons;
    private final Remarks remarks;
    private final Map<Integer, VerdictEvidence> evidence = new HashMap<>();
    private final BitSet home = new BitSet();
    private List<Integer> focus = List.of();
    private String source = "";

    VerdictReader(TalkScorer scorer, ToolMatcher matcher, TalkLexicon lexicon, VerdictWords words) {
        this.scorer = scorer;
        this.reader = scorer.reader();
        this.matcher = matcher;
        this.text = new VerdictText(lexicon, words);
        this.comparisons = new Comparisons(text);
        this.remarks = new Remarks(text);
    }

    /**
     * What is said of each tool.
     *
     * @param atHome the tools, by their places in the catalogue, of which everything here speaks
     */
    Map<String, ToolVerdict> read(String of, BitSet atHome) {
        source = of;
        evidence.clear();
        home.clear();
        home.or(atHome);
        text.read(of, matcher);
        focus = home.isEmpty() ? List.of() : home.stream().boxed().toList();
        int mention = 0;
        int begin = 0;
        while (begin < text.tokens()) {
            int end = begin + 1;
            while (end < text.tokens() && !text.sentenceBefore(end)) {
                end++;
            }
            int from = mention;
            while (mention < text.size() && text.first(mention) < end) {
                mention++;
            }
            sentence(begin, end, from, mention);
            begin = end;
        }
        // It counts as spoken of wherever it is at home, but praise of another alone is none of it.
        home.stream().filter(tool -> !evidence.containsKey(tool)).forEach(tool -> of(tool).add(0, CONTINUED));
        Map<String, ToolVerdict> verdicts = new HashMap<>();
        evidence.forEach((tool, found) -> verdicts.put(matcher.id(tool), found.verdict()));
        return verdicts;
    }

    int capacity() {
        return text.capacity();
    }

    private void sentence(int begin, int end, int from, int to) {
        if (from == to) {
            if (!focus.isEmpty()) {
                double score = polar(begin, end);
                add(focus, score, CONTINUED);
            }
            return;
        }
        List<VerdictGroup> groups = groups(from, to);
        compare(begin, groups);
        single(begin, end, groups);
        score(begin, end, groups);
        focus = groups.getLast().tools;
    }

    /** Tools between whose names there is nothing but what joins them. */
    private List<VerdictGroup> groups(int from, int to) {
        List<VerdictGroup> groups = new ArrayList<>();
        for (int mention = from; mention < to; mention++) {
            VerdictGroup last = groups.isEmpty() ? null : groups.getLast();
            boolean versus = last != null && text.has(last.end, text.first(mention), VERSUS);
            if (last == null || !joined(last.end, text.first(mention))
                    || text.has(Math.max(0, last.first - 2), last.first, UNLIKE | COMPARED)) {
                last = new VerdictGroup();
                last.first = text.first(mention);
                groups.add(last);
            }
            if (!last.tools.contains(text.tool(mention))) {
                last.tools.add(text.tool(mention));
            }
            last.end = text.end(mention);
            last.versus |= versus;
        }
        return groups;
    }

    private boolean joined(int from, int to) {
        if (to - from > 3) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!text.is(i, JOIN | VERSUS)) {
                return false;
            }
        }
        return true;
    }

    private void compare(int begin, List<VerdictGroup> groups) {
        for (int i = 0; i + 1 < groups.size(); i++) {
            VerdictGroup a = groups.get(i);
            VerdictGroup b = groups.get(i + 1);
            int low = i == 0 ? begin : groups.get(i - 1).end;
            switch (comparisons.compare(low, a.first, a.end, b.first, b.end)) {
                case FIRST -> {
                    a.compared = Double.isNaN(a.compared) ? COMPARED_SCORE : a.compared;
                    b.compared = -COMPARED_SCORE;
                }
                case SECOND -> {
                    a.compared = Double.isNaN(a.compared) ? -COMPARED_SCORE : a.compared;
                    b.compared = COMPARED_SCORE;
                }
                case FIRST_BAD -> {
                    a.compared = -COMPARED_SCORE;
                    b.compared = 0;
                }
                case OPPOSITE -> b.opposite = a;
                case SECOND_DECIDES -> a.opposite = b;
                case SECOND_PRAISED -> {
                    a.opposite = b;
                    b.praised = true;
                    if (text.has(b.end, b.end + REACH, NOT)) {
                        b.compared = COMPARED_SCORE;
                        a.compared = -COMPARED_SCORE;
                    }
                }
                case BOTH -> b.same = a;
                case NONE -> {
                }
            }
        }
    }

    /** What is said of one without naming what it is compared with: "moved to …", "cancelled …", "… is better". */
    private void single(int begin, int end, List<VerdictGroup> groups) {
        for (int i = 0; i < groups.size(); i++) {
            VerdictGroup group = groups.get(i);
            int low = Math.max(i == 0 ? begin : groups.get(i - 1).end, group.first - REACH);
            if (!Double.isNaN(group.compared) || group.opposite != null) {
                continue;
            }
            int high = i + 1 < groups.size() ? groups.get(i + 1).first : end;
            VerdictGroup before = i == 0 ? null : groups.get(i - 1);
            if (remarks.arrives(low, group)) {
                group.compared = COMPARED_SCORE;
                others(group, before, -COMPARED_SCORE);
            } else if (remarks.recommends(low, group, high) || remarks.spares(begin, group, end)) {
                group.compared = RECOMMENDED;
            } else if (before != null && remarks.excepts(group)) {
                group.opposite = before;
            } else if (remarks.leaves(low, group)) {
                group.compared = -COMPARED_SCORE;
            } else if (!home.isEmpty() && group.hasNoneOf(home)) {
                int sign = comparisons.comparative(group.end, Math.min(high, group.end + REACH));
                if (sign != 0 && !text.has(group.end, Math.min(high, group.end + REACH), NOT)) {
                    group.compared = sign * COMPARED_SCORE;
                    others(group, before, -sign * COMPARED_SCORE);
                }
            }
        }
    }

    /** What is gained by one is lost by the one before it, or by those that were spoken of before. */
    private void others(VerdictGroup group, @Nullable VerdictGroup before, double score) {
        if (before != null) {
            before.compared = Double.isNaN(before.compared) ? score : before.compared;
        } else {
            for (Integer tool : focus) {
                if (!group.tools.contains(tool)) {
                    of(tool).add(score, 1);
                }
            }
        }
    }

    private void score(int begin, int end, List<VerdictGroup> groups) {
        int from = begin;
        int first = 0;
        for (int i = 0; i < groups.size(); i++) {
            int to = i + 1 < groups.size() ? boundary(groups.get(i).end, groups.get(i + 1).first) : end;
            if (to >= 0) {
                part(from, to, groups.subList(first, i + 1));
                first = i + 1;
                from = to;
            }
        }
        afterthought(groups, end);
        for (VerdictGroup group : groups) {
            double score = score(group);
            if (!Double.isNaN(score)) {
                add(group.tools, score, 1);
            }
        }
    }

    private static double score(VerdictGroup group) {
        if (!Double.isNaN(group.compared)) {
            return group.compared;
        }
        if (group.opposite != null) {
            return -group.opposite.score;
        }
        return group.same != null ? group.same.score : group.score;
    }

    /** Scores a part of a sentence for the tools that it names. */
    private void part(int from, int to, List<VerdictGroup> groups) {
        boolean known = true;
        for (VerdictGroup group : groups) {
            known &= !Double.isNaN(group.compared);
        }
        if (known) {
            return;
        }
        double score = polar(from, to);
        for (VerdictGroup group : groups) {
            group.score = group.versus ? 0 : group.praised && score == 0 ? COMPARED_SCORE : score;
        }
    }

    /** "A is faster than B, but …" is about A. */
    private void afterthought(List<VerdictGroup> groups, int end) {
        VerdictGroup last = groups.getLast();
        int but = text.find(last.end, end, CONTRAST);
        if (groups.size() > 1 && but >= 0 && end - but > 2 && !Double.isNaN(last.compared)) {
            double score = polar(but, end);
            add(groups.getFirst().tools, score, 2);
        }
    }

    /** Where the sentence is cut between two tools: the word that begins the second's part; -1 if it is not cut. */
    private int boundary(int from, int to) {
        int contrast = text.find(from, to, CONTRAST);
        if (contrast >= 0) {
            return contrast;
        }
        for (int i = to; i >= from; i--) {
            if (text.clauseBefore(i)) {
                return i;
            }
        }
        return text.find(from, to, THEN);
    }

    /** The compound score of some words, 0 if they are neutral. */
    private double polar(int from, int to) {
        double score = scorer.polarity(reader, source, text.start(from), text.start(to));
        if (!Double.isNaN(score)) {
            return score;
        }
        return text.asks(from, to) ? 0 : text.outcome(from, to) * OUTCOME_SCORE;
    }

    private void add(List<Integer> tools, double score, double weight) {
        for (Integer tool : tools) {
            of(tool).add(score, weight);
        }
    }

    private VerdictEvidence of(int tool) {
        return evidence.computeIfAbsent(tool, _ -> new VerdictEvidence());
    }
}
