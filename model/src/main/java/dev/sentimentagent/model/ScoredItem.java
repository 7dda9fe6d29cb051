package dev.sentimentagent.model;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * An item with what was made of it: the unit that is stored.
 *
 * @param mentions the tools it speaks of
 * @param bot whether a program wrote it: then it is stored and listed, and counts nowhere. It has no tools and a neutral score
 * @param makeshift whether the scorer failed and another scored in its place: such a score does not replace one of the same text. It is not
 *     stored; what was read from a store is never makeshift
 */
public record ScoredItem(Item item, Score score, Mentions mentions, boolean bot, boolean makeshift) {
    public ScoredItem {
        requireNonNull(item, "item");
        requireNonNull(score, "score");
        requireNonNull(mentions, "mentions");
    }

    /** An item that a person wrote, with the score of the scorer that was asked. */
    public ScoredItem(Item item, Score score, Mentions mentions) {
        this(item, score, mentions, false, false);
    }

    /** The same of one that says of each tool what it says on the whole. */
    public ScoredItem(Item item, Score score, Set<String> toolIds) {
        this(item, score, Mentions.of(toolIds));
    }

    /** Ids of the tools it speaks of. */
    public Set<String> toolIds() {
        return mentions.toolIds();
    }

    /** What it says of a tool that it speaks of. */
    public ToolVerdict verdict(String toolId) {
        return new ToolVerdict(mentions.sentiment(toolId, score.sentiment()), mentions.compoundE4(toolId, score.compoundE4()));
    }

    /** What it adds to the figures of what it stands in; nothing if it does not count. */
    public Tally tally() {
        return counts() ? Tally.of(score) : Tally.ZERO;
    }

    /** What it adds to the figures of a tool that it speaks of. */
    public Tally tally(String toolId) {
        return counts() ? Tally.of(verdict(toolId)) : Tally.ZERO;
    }

    /** Whether it counts: neither deleted nor a program's. */
    public boolean counts() {
        return !bot && !item.deleted();
    }
}
