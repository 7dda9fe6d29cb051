package dev.sentimentagent.sentiment;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The words by which tools are compared, each with what it does in a comparison. Immutable and therefore thread-safe. */
final class VerdictWords {
    /** "better": what comes first is the better one. */
    static final int BETTER = 1;
    static final int WORSE = 1 << 1;
    static final int MORE = 1 << 2;
    static final int LESS = 1 << 3;
    static final int THAN = 1 << 4;
    static final int AS = 1 << 5;
    /** "beats": who does it wins. */
    static final int BEAT = 1 << 6;
    static final int PREFER = 1 << 7;
    static final int OVER = 1 << 8;
    /** "moved": from the worse to the better. */
    static final int MOVE = 1 << 9;
    static final int FROM = 1 << 10;
    static final int TO = 1 << 11;
    /** "cancelled": what it is done to is the worse one. */
    static final int LEAVE = 1 << 12;
    static final int REPLACE = 1 << 13;
    static final int WITH = 1 << 14;
    static final int UNLIKE = 1 << 15;
    static final int COMPARED = 1 << 16;
    static final int WISH = 1 << 17;
    /** Parts clauses that say different things: "but", "while", "whereas". */
    static final int CONTRAST = 1 << 18;
    /** Joins what the same is said of. */
    static final int JOIN = 1 << 19;
    static final int VERSUS = 1 << 20;
    static final int NOT = 1 << 21;
    /** "lost to", "behind": who does it loses. */
    static final int LOSE = 1 << 22;
    static final int AHEAD = 1 << 23;
    static final int BY = 1 << 24;
    static final int OF = 1 << 25;
    /** "try", "use": what is recommended. */
    static final int TRY = 1 << 26;
    static final int INSTEAD = 1 << 27;
    /** May begin a clause in the middle of a sentence: "and", "so", "then". */
    static final int THEN = 1 << 28;
    static final int FOR = 1 << 29;
    static final int NEAR = 1 << 30;
    /** "can't compete with": who does not do it loses. */
    static final int RIVAL = 1 << 31;

    private static final String GOOD = "nailed nails nailing solved solves fixed fixes finishes finished rocks oneshot oneshots crushed right";
    private static final String BAD = "hallucinates hallucinated hallucinating hallucinate failed fails failing breaks broke broken deleted ate "
            + "wrong crashed crashes crashing ignored ignores loop timeout stuck refuses refused forgets nerfed unusable slow";

    private final Map<Integer, Integer> outcomes = new HashMap<>();
    private final HashIndex index;
    private final int[] roles;

    VerdictWords() {
        Map<Integer, Integer> entries = new TreeMap<>();
        add(entries, BETTER, "better faster cheaper smarter nicer cleaner easier simpler stronger snappier smoother quicker superior "
                + "friendlier safer sharper preferable lighter leaner");
        add(entries, WORSE,
                "worse slower dumber buggier pricier weaker clunkier laggier uglier flakier crappier shittier sloppier inferior "
                        + "costlier harder messier stupider sketchier lazier noisier");
        add(entries, MORE, "more");
        add(entries, LESS, "less fewer");
        add(entries, THAN, "than");
        add(entries, AS, "as");
        add(entries, BEAT, "beats beat beating crushes crushed crush smokes smoked destroys destroyed outperforms outperformed outperform "
                + "outclasses outclassed surpasses surpassed trounces demolishes obliterates obliterated mogs wipes trumps dominates dwarfs "
                + "outshines outdoes eclipses blows");
        add(entries, PREFER, "prefer prefers preferred preferring choose chose chosen pick picked picking take takes took recommend "
                + "recommended favor favour use using want");
        add(entries, OVER, "over");
        add(entries, MOVE, "switch switched switching switches move moved moving moves migrate migrated migrating migration jump jumped "
                + "jumping went going go gone swapped swap transition transitioned transitioning came coming converted returned returning "
                + "upgraded graduated");
        add(entries, FROM, "from off away");
        add(entries, TO, "to onto");
        add(entries, LEAVE,
                "ditched ditch ditching dropped drop dropping dumped dump dumping cancelled canceled cancel cancelling canceling "
                        + "uninstalled uninstall uninstalling unsubscribed unsubscribe quit quitting abandoned abandon abandoning left leaving leave "
                        + "refunded refund deleted stopped stop done goodbye avoid tired stuck");
        add(entries, REPLACE, "replaced replace replaces replacing traded trade trading");
        add(entries, WITH, "with");
        add(entries, UNLIKE, "unlike");
        add(entries, COMPARED, "compared");
        add(entries, WISH, "wish wishes wished wishing");
        add(entries, CONTRAST, "but while whereas however although though yet except unlike meanwhile instead luckily");
        add(entries, JOIN, "and or nor both neither either plus & the a an my also");
        add(entries, VERSUS, "vs versus v");
        add(entries, NOT, "not no never isn't aren't wasn't weren't doesn't don't didn't won't can't cannot couldn't wouldn't hardly isnt "
                + "arent doesnt dont didnt cant wont nowhere ain't haven't hasn't");
        add(entries, LOSE, "lost loses lose behind trails lags lagging pales");
        add(entries, RIVAL, "compete match touch candle rival");
        add(entries, AHEAD, "ahead above");
        add(entries, BY, "by");
        add(entries, OF, "of like");
        add(entries, TRY, "try use check recommend recommending get stick consider");
        add(entries, INSTEAD, "instead rather");
        add(entries, THEN, "and so then or because since when if after before");
        add(entries, FOR, "for");
        add(entries, NEAR, "near close half");
        for (String word : GOOD.split(" ")) {
            outcomes.put(TalkHash.of(word), 1);
        }
        for (String word : BAD.split(" ")) {
            outcomes.put(TalkHash.of(word), -1);
        }
        index = new HashIndex(entries.keySet().stream().mapToInt(Integer::intValue).toArray());
        roles = entries.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** What a word does; 0 if it has nothing to do with comparing. */
    int roles(int hash) {
        int place = index.find(hash);
        return place < 0 ? 0 : roles[place];
    }

    /** 1 for a word by which a tool did what it should ("nailed"), -1 for one by which it did not ("crashed"), else 0. */
    int outcome(int hash) {
        return outcomes.getOrDefault(hash, 0);
    }

    private static void add(Map<Integer, Integer> entries, int role, String words) {
        for (String word : words.split(" ")) {
            entries.merge(TalkHash.of(word), role, (a, b) -> a | b);
        }
    }
}
