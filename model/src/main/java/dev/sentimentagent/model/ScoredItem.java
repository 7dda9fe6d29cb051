package dev.sentimentagent.model;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * An item with what was made of it: the unit that is stored.
 *
 * @param toolIds ids of the tools it speaks of
 * @param makeshift whether the scorer failed and another scored in its place: such a score does not replace one of the same text. It is not
 *     stored; what was read from a store is never makeshift
 */
public record ScoredItem(Item item, Score score, Set<String> toolIds, boolean makeshift) {
    public ScoredItem {
        requireNonNull(item, "item");
        requireNonNull(score, "score");
        toolIds = Set.copyOf(toolIds);
    }

    /** An item with the score of the scorer that was asked. */
    public ScoredItem(Item item, Score score, Set<String> toolIds) {
        this(item, score, toolIds, false);
    }
}
