package dev.sentimentagent.model.store.sighting;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import java.time.Instant;
import java.util.Objects;

/**
 * An item as it is stored.
 *
 * @param changedAt when the last sighting that changed it was made
 */
public record ItemState(ScoredItem scored, Instant changedAt) {
    public static ItemState first(ScoredItem sighting) {
        return new ItemState(made(sighting.item(), sighting), sighting.item().collectedAt());
    }

    /** What it is after a later look at it; this same object if that changes nothing. */
    public ItemState after(ScoredItem seen) {
        // A scorer that failed must not cost the score that it gave the same text before.
        ScoredItem sighting = seen.makeshift() && sameText(scored.item(), seen.item())
                ? new ScoredItem(seen.item(), scored.score(), keep(scored.mentions(), seen.mentions()), seen.bot(), false)
                : seen;
        if (sighting.item().collectedAt().isBefore(changedAt) || sameContent(sighting)) {
            return this;
        }
        Item merged = switch (sighting.item()) {
            case Post post -> merge((Post) scored.item(), post);
            case Comment comment -> merge((Comment) scored.item(), comment);
        };
        return new ItemState(made(merged, sighting), sighting.item().collectedAt());
    }

    /**
     * What it is with another score and other tools of the same text; this same object if they are the same or the text is not. A makeshift
     * score is not taken, the tools are.
     */
    public ItemState rescored(ScoredItem as) {
        ScoredItem found = as.makeshift()
                ? new ScoredItem(as.item(), scored.score(), keep(scored.mentions(), as.mentions()), as.bot(), false)
                : as;
        if (sameFindings(found) || scored.item().deleted() || as.item().deleted() || !sameText(scored.item(), as.item())) {
            return this;
        }
        return new ItemState(made(scored.item(), found), changedAt);
    }

    /** Whether the two are alike but for upvotes and comment count. */
    public boolean differsInVotesOnly(ItemState other) {
        return sameWords(other.scored) && sameAddress(scored.item(), other.scored.item());
    }

    /** Whether the two are alike but for what was found in their text: score, class, tools. */
    public boolean differsInFindingsOnly(ItemState other) {
        return changedAt.equals(other.changedAt) && scored.item().equals(other.scored.item());
    }

    /** Whether the two are alike but for their tools and what is said of them. */
    public boolean differsInToolsOnly(ItemState other) {
        return differsInFindingsOnly(other) && scored.score().equals(other.scored.score()) && scored.bot() == other.scored.bot();
    }

    private boolean sameContent(ScoredItem sighting) {
        return sameVotes(scored.item(), sighting.item()) && sameWords(sighting);
    }

    private static boolean sameVotes(Item known, Item seen) {
        return known.upvotes() == seen.upvotes()
                && (!(known instanceof Post a) || !(seen instanceof Post b) || a.commentCount() == b.commentCount());
    }

    private boolean sameWords(ScoredItem sighting) {
        Item known = scored.item();
        Item seen = sighting.item();
        return known.deleted() == seen.deleted()
                && Objects.equals(known.editedAt(), seen.editedAt())
                && Objects.equals(known.author(), seen.author())
                && sameText(known, seen)
                && sameFindings(sighting);
    }

    private boolean sameFindings(ScoredItem other) {
        return scored.score().equals(other.score()) && scored.mentions().equals(other.mentions()) && scored.bot() == other.bot();
    }

    /** An item with what was made of another look at it. */
    private static ScoredItem made(Item item, ScoredItem of) {
        return new ScoredItem(item, of.score(), of.mentions(), of.bot(), false);
    }

    /** The verdicts belong to the score that stays, as long as the tools are the same. */
    private static Mentions keep(Mentions known, Mentions seen) {
        return known.toolIds().equals(seen.toolIds()) ? known : seen;
    }

    private static boolean sameText(Item known, Item seen) {
        return switch (known) {
            case Post a -> seen instanceof Post b && a.title().equals(b.title()) && a.content().equals(b.content());
            case Comment a -> seen instanceof Comment b && a.body().equals(b.body());
        };
    }

    /** They differ after a batch that deletes a post and restores it under a new address. */
    private static boolean sameAddress(Item known, Item seen) {
        return known.permalink().equals(seen.permalink())
                && (!(known instanceof Post a) || !(seen instanceof Post b) || a.url().equals(b.url()));
    }

    /** Address and link are told only by the first sighting, and by the one that restores a deleted post. */
    private static Post merge(Post known, Post seen) {
        Post addressed = known.deleted() ? seen : known;
        return new Post(known.id(), known.subreddit(), seen.author(), seen.title(), seen.content(), addressed.url(), addressed.permalink(),
                known.createdUtc(), known.collectedAt(), seen.upvotes(), seen.commentCount(), seen.editedAt(), seen.deleted());
    }

    private static Comment merge(Comment known, Comment seen) {
        return new Comment(known.id(), known.subreddit(), seen.author(), known.postId(), known.parent(), seen.body(), known.permalink(),
                known.createdUtc(), known.collectedAt(), seen.upvotes(), seen.editedAt(), seen.deleted());
    }
}
