package dev.sentimentagent.model;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * An item with what was made of it: the unit that is stored.
 *
 * @param toolIds ids of the tools it speaks of
 */
public record ScoredItem(Item item, Score score, Set<String> toolIds) {
    public ScoredItem {
        requireNonNull(item, "item");
        requireNonNull(score, "score");
        toolIds = Set.copyOf(toolIds);
    }
}
