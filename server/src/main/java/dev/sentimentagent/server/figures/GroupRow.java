package dev.sentimentagent.server.figures;

import java.util.List;
import java.util.OptionalLong;

/**
 * A row of the table of tools or subreddits.
 *
 * @param id the tool's id, or the subreddit
 * @param name for a human
 * @param mentions items that speak of the tool, or are of the subreddit
 * @param authors how many different people wrote them; empty while that is not known
 * @param shareOfVoice of the items of the scope (of all, since an item may speak of several tools or of none)
 * @param change of the mean; RISE or FALL only if it stands up to looking at all rows at once (Benjamini and Hochberg, 5 %)
 * @param sparkline the window in equal steps, oldest first
 */
public record GroupRow(
        String id,
        String name,
        long mentions,
        OptionalLong authors,
        Share shareOfVoice,
        Mean mean,
        Share positive,
        Share negative,
        Change change,
        VolumeChange volumeChange,
        List<Step> sparkline) {
    public GroupRow {
        sparkline = List.copyOf(sparkline);
    }

    GroupRow with(Change other) {
        return new GroupRow(id, name, mentions, authors, shareOfVoice, mean, positive, negative, other, volumeChange, sparkline);
    }
}
