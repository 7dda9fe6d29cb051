package dev.sentimentagent.sentiment;

import static dev.sentimentagent.sentiment.VerdictWords.*;

/**
 * Which of two tools that a sentence names one after the other is the better one, by the words between and around them. A rule looks at a
 * bounded number of words beside what stands between the two.
 */
final class Comparisons {
    /** What was found. */
    enum Found {
        /** The first is the better one. */
        FIRST, SECOND,
        /** The first is called bad, of the second nothing is said. */
        FIRST_BAD,
        /** They are equals. */
        BOTH,
        /** The second is the opposite of what is said of the first. */
        OPPOSITE,
        /** The first is the opposite of what is said of the second. */
        SECOND_DECIDES,
        /** The same, and the second is praised if it is not cursed. */
        SECOND_PRAISED, NONE
    }

    private static final int GREATER = TalkHash.of(">");
    private static final int SMALLER = TalkHash.of("<");
    private static final int SO = TalkHash.of("so");
    private static final int MAKE = TalkHash.of("make");
    private static final int MAKES = TalkHash.of("makes");
    private static final int MADE = TalkHash.of("made");
    /** Words that may stand between a preposition and a name: "than what you get with". */
    private static final int REACH = 4;
    private static final int FAR = 8;
    /** More between two names is no comparison of the two. */
    private static final int MOST_BETWEEN = 16;

    private final VerdictText text;

    Comparisons(VerdictText text) {
        this.text = text;
    }

    /**
     * Compares two.
     *
     * @param begin first word of the sentence, or behind the tool before
     * @param first where the first is named: its first word
     * @param firstEnd behind its last
     * @param second first word of the second
     * @param secondEnd behind its last
     */
    Found compare(int begin, int first, int firstEnd, int second, int secondEnd) {
        if (second - firstEnd > MOST_BETWEEN) {
            return Found.NONE;
        }
        Found found = bySigns(firstEnd, second);
        if (found == Found.NONE) {
            found = byThan(begin, first, firstEnd, second);
        }
        if (found == Found.NONE) {
            found = byAs(firstEnd, second);
        }
        if (found == Found.NONE) {
            found = byMove(begin, first, firstEnd, second);
        }
        if (found == Found.NONE) {
            found = byVerb(begin, first, firstEnd, second);
        }
        if (found == Found.NONE) {
            found = byContrast(begin, first, firstEnd, second);
        }
        return found;
    }

    private Found bySigns(int from, int to) {
        int greater = 0;
        for (int i = from; i < to; i++) {
            greater += text.hasHash(i, GREATER) ? 1 : text.hasHash(i, SMALLER) ? -1 : -100;
        }
        return from == to || greater < -50 ? Found.NONE : greater > 0 ? Found.FIRST : Found.SECOND;
    }

    /** "better than", "more useful than", "less buggy than", "superior to". */
    private Found byThan(int begin, int first, int from, int to) {
        int than = -1;
        for (int i = to - 1; i >= Math.max(from, to - REACH); i--) {
            if (text.is(i, THAN) || (text.is(i, TO) && text.is(i - 1, BETTER | WORSE))) {
                than = i;
                break;
            }
        }
        if (than < 0) {
            return Found.NONE;
        }
        int low = Math.max(from, than - FAR);
        int sign = comparative(low, than);
        if (sign == 0) {
            low = Math.max(begin, first - FAR);
            sign = comparative(low, first);
        }
        if (sign == 0) {
            return Found.NONE;
        }
        boolean negated = text.has(low, than, NOT);
        return negated ? sign > 0 ? Found.FIRST_BAD : Found.FIRST : sign > 0 ? Found.FIRST : Found.SECOND;
    }

    /** 1 if the words from one to another compare for the better, -1 for the worse, 0 if they do not. */
    int comparative(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (text.is(i, BETTER)) {
                return 1;
            }
            if (text.is(i, WORSE)) {
                return -1;
            }
            if (text.is(i, MORE | LESS)) {
                float rating = 0;
                for (int j = i + 1; j < Math.min(to, i + REACH); j++) {
                    rating = rating == 0 ? text.rating(j) : rating;
                }
                int sign = rating < 0 ? -1 : 1;
                return text.is(i, MORE) ? rating == 0 ? 0 : sign : -sign;
            }
        }
        return 0;
    }

    /** "as good as", "not as smart as", "half as fast as". */
    private Found byAs(int from, int to) {
        int last = -1;
        for (int i = to - 1; i >= Math.max(from, to - REACH) && last < 0; i--) {
            last = text.is(i, AS) ? i : last;
        }
        if (last <= from) {
            return Found.NONE;
        }
        for (int i = last - 1; i >= Math.max(from, last - FAR); i--) {
            if (text.is(i, AS) || text.hasHash(i, SO)) {
                float rating = 0;
                for (int j = i + 1; j < last; j++) {
                    rating = rating == 0 ? text.rating(j) : rating;
                }
                boolean less = text.has(Math.max(from, i - REACH), i, NOT | NEAR);
                return less ? rating < 0 ? Found.FIRST : Found.SECOND : Found.BOTH;
            }
        }
        return Found.NONE;
    }

    /** "moved from … to", "ditched … for", "replaced … with", "back to … from". */
    private Found byMove(int begin, int first, int from, int to) {
        int low = Math.max(begin, first - FAR);
        boolean moves = text.has(low, first, MOVE);
        boolean toSecond = near(to, from, TO | FOR);
        if (text.is(first - 1, TO) && to - from == 1 && text.is(from, TO) && text.has(Math.max(0, first - FAR), first, MOVE)) {
            // "from A to B to C"
            return Found.SECOND;
        }
        if (near(first, low, FROM) && text.has(Math.max(from, to - REACH), to, TO)
                && (moves || text.has(from, to, MOVE) || to - from <= REACH)) {
            return Found.SECOND;
        }
        if (moves && near(first, low, TO)) {
            if (text.has(Math.max(from, to - REACH), to, FROM)) {
                return Found.FIRST;
            }
            return Found.NONE;
        }
        if (moves && toSecond && near(first, low, MOVE)) {
            return Found.SECOND;
        }
        if (near(first, low, LEAVE) && toSecond) {
            return Found.SECOND;
        }
        if (near(first, low, REPLACE)) {
            return text.has(Math.max(from, to - REACH), to, WITH | BY | FOR) ? Found.SECOND : Found.NONE;
        }
        int replaced = text.find(from, Math.min(to, from + REACH), REPLACE);
        if (replaced >= 0) {
            return text.has(replaced, to, BY | WITH) ? Found.SECOND : Found.FIRST;
        }
        return Found.NONE;
    }

    /** "beats", "lost to", "over", "instead of", "I wish … had what … has". */
    private Found byVerb(int begin, int first, int from, int to) {
        int low = Math.max(begin, first - FAR);
        if (to - from <= REACH && text.is(from, OVER)) {
            return Found.FIRST;
        }
        if (text.has(low, first, PREFER) && text.has(from, to, OVER) && !text.has(low, first, NOT)) {
            return Found.FIRST;
        }
        if (text.has(low, first, WISH) && text.has(Math.max(from, to - REACH), to, OF | AS | FROM)) {
            return Found.SECOND;
        }
        if (to - from <= REACH && text.is(from, INSTEAD)) {
            return Found.FIRST;
        }
        int lose = text.find(from, Math.min(to, from + FAR), LOSE);
        if (lose >= 0 && to - lose <= REACH) {
            return Found.SECOND;
        }
        int rival = text.find(from, Math.min(to, from + FAR), RIVAL);
        if (rival >= 0 && to - rival <= REACH && text.has(from, rival, NOT)) {
            return Found.SECOND;
        }
        int ahead = text.find(from, to, AHEAD);
        if (ahead >= 0 && text.has(ahead, to, OF)) {
            return Found.FIRST;
        }
        int beat = text.find(from, Math.min(to, from + REACH), BEAT);
        if (beat >= 0 && to - beat <= REACH + 1) {
            boolean passive = text.has(beat, to, BY);
            boolean negated = text.has(from, beat, NOT);
            return passive != negated ? Found.SECOND : Found.FIRST;
        }
        return Found.NONE;
    }

    /** "unlike A, B …", "B … compared to A", "makes A look like a toy". */
    private Found byContrast(int begin, int first, int from, int to) {
        if (near(first, begin, UNLIKE)) {
            return Found.SECOND_PRAISED;
        }
        if (near(first, begin, TO | WITH) && text.has(Math.max(begin, first - REACH), first, COMPARED)) {
            return Found.SECOND_DECIDES;
        }
        if (text.has(Math.max(from, to - REACH), to, COMPARED | UNLIKE)) {
            return Found.OPPOSITE;
        }
        if (to - from >= 1 && to - from <= FAR && isMaking(to - 1) && !text.has(from, to, NOT)) {
            return Found.FIRST;
        }
        return Found.NONE;
    }

    private boolean isMaking(int token) {
        return text.hasHash(token, MAKES) || text.hasHash(token, MADE) || text.hasHash(token, MAKE);
    }

    /** Whether one of the few words before does this, none of which begins a clause. */
    private boolean near(int token, int from, int role) {
        for (int i = token - 1; i >= Math.max(from, token - REACH); i--) {
            if (text.is(i, role)) {
                return true;
            }
            if (text.clauseBefore(i + 1)) {
                return false;
            }
        }
        return false;
    }
}
