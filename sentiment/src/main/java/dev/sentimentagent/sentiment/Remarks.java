package dev.sentimentagent.sentiment;

import static dev.sentimentagent.sentiment.VerdictWords.*;

/** What is said of a tool by the words right around its name, without naming what it is compared with. */
final class Remarks {
    private static final int REACH = 6;
    private static final int IT = TalkHash.of("it");
    private static final int IS = TalkHash.of("is");
    private static final int THAT = TalkHash.of("that");
    private static final int GIVE = TalkHash.of("give");
    private static final int MUCH = TalkHash.of("much");
    private static final int HAVE = TalkHash.of("have");
    private static final int HAD = TalkHash.of("had");
    private static final int HAS = TalkHash.of("has");

    private final VerdictText text;

    Remarks(VerdictText text) {
        this.text = text;
    }

    /** "moved to X", "dropped it for X". */
    boolean arrives(int low, VerdictGroup group) {
        int left = text.find(low, group.first, LEAVE);
        return (text.has(low, group.first, MOVE) && text.is(group.first - 1, TO))
                || (left >= 0 && text.is(group.first - 1, FOR) && text.hasHash(left + 1, IT));
    }

    /** "moved away from X", "cancelled X". */
    boolean leaves(int low, VerdictGroup group) {
        return (text.has(low, group.first, MOVE) && text.is(group.first - 1, FROM))
                || (text.has(low, group.first, LEAVE) && !text.has(low, group.first, NOT));
    }

    /** "X not so much". */
    boolean excepts(VerdictGroup group) {
        return text.has(group.end, group.end + 2, NOT) && text.hasHash(group.end + 2, MUCH);
    }

    /** "try X", "stick with X", "give X a try", "X it is": where a clause begins so. */
    boolean recommends(int low, VerdictGroup group, int high) {
        int trying = text.find(Math.max(low, group.first - 2), group.first, TRY);
        boolean begins = trying >= 0 && (text.clauseBefore(trying) || text.is(trying - 1, THEN)) && !text.has(low, trying, NOT);
        boolean given = text.hasHash(group.first - 1, GIVE) && text.has(group.end, Math.min(high, group.end + 3), TRY);
        boolean itIs = text.hasHash(group.end, IT) && text.hasHash(group.end + 1, IS) && group.end + 2 >= high;
        return begins || given || itIs;
    }

    /** "X does not have that problem", "never had that with X". */
    boolean spares(int from, VerdictGroup group, int to) {
        int begin = Math.max(from, group.first - REACH);
        int end = Math.min(to, group.end + REACH);
        int that = begin;
        while (that < end && !text.hasHash(that, THAT)) {
            that++;
        }
        return that < end && that > begin && isHaving(that - 1) && text.has(Math.max(begin, that - 3), that, NOT);
    }

    private boolean isHaving(int token) {
        return text.hasHash(token, HAVE) || text.hasHash(token, HAD) || text.hasHash(token, HAS);
    }
}
