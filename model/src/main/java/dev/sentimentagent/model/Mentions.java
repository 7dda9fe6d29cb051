package dev.sentimentagent.model;

import java.util.Map;
import java.util.Set;

/**
 * The tools that an item speaks of.
 *
 * @param toolIds ids of all of them
 * @param verdicts by id, what is said of those of which it is not what the item says on the whole
 */
public record Mentions(Set<String> toolIds, Map<String, ToolVerdict> verdicts) {
    public static final Mentions NONE = new Mentions(Set.of(), Map.of());

    public Mentions {
        toolIds = Set.copyOf(toolIds);
        verdicts = Map.copyOf(verdicts);
        if (!toolIds.containsAll(verdicts.keySet())) {
            throw new IllegalArgumentException("a verdict on a tool that is not spoken of: " + verdicts.keySet() + ", " + toolIds);
        }
    }

    /** Of each, what the item says on the whole. */
    public static Mentions of(Set<String> toolIds) {
        return new Mentions(toolIds, Map.of());
    }

    /** Class of an item that is of this class on the whole, as far as it speaks of that tool. */
    public Sentiment sentiment(String toolId, Sentiment whole) {
        ToolVerdict verdict = verdicts.get(toolId);
        return verdict == null ? whole : verdict.sentiment();
    }

    /** The same of its compound score, in units of 1/10 000. */
    public int compoundE4(String toolId, int whole) {
        ToolVerdict verdict = verdicts.get(toolId);
        return verdict == null ? whole : verdict.compoundE4();
    }
}
