package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.reddit.RedditClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Chooses what to refresh in a cycle: every post younger than {@link #POST_AGE} that the cycle has not seen already, and every comment
 * as it passes each of {@link #COMMENT_AGES} (there are far too many to ask for all of them every time).
 *
 * <p>A cycle has a budget of requests. What does not fit is first in the next one.
 */
final class RefreshPlan {
    static final Duration POST_AGE = Duration.ofDays(2);
    static final List<Duration> COMMENT_AGES = List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(2));

    /** Keeps a whole cycle under 120 requests (spec C4), with a little room for retries. */
    private static final int CYCLE_REQUESTS = 114;
    /** Refreshed even by a cycle whose listings used up its budget. */
    private static final int MIN_REQUESTS = 10;
    /** Comments are not looked for further back than this when cycles were missed. */
    private static final Duration MAX_SPAN = Duration.ofHours(6);

    private final ItemStore items;
    /** Where the last cycle's budget ended in the list of posts, newest first; empty if it sufficed. */
    private String resumeAt = "";

    RefreshPlan(ItemStore items) {
        this.items = items;
    }

    /**
     * The fullnames to refresh now.
     *
     * @param previous when the last successful cycle began
     * @param sighted what this cycle has seen already
     * @param requestsUsed how many requests this cycle has made already
     */
    List<String> choose(Instant now, Instant previous, Set<String> sighted, long requestsUsed) {
        int budget = (int) Math.max(MIN_REQUESTS, CYCLE_REQUESTS - requestsUsed) * RedditClient.PAGE_SIZE;
        List<String> chosen = new ArrayList<>();
        Duration span = Duration.between(previous, now);
        span = span.isNegative() || span.compareTo(MAX_SPAN) > 0 ? MAX_SPAN : span;
        for (Duration age : COMMENT_AGES) {
            Instant end = now.minus(age);
            chosen.addAll(fullnames(ItemKind.COMMENT, Window.ending(end, span)));
        }
        chosen.removeIf(sighted::contains);
        if (chosen.size() > budget / 2) {
            chosen.subList(budget / 2, chosen.size()).clear();
        }
        List<String> posts = new ArrayList<>(fullnames(ItemKind.POST, Window.ending(now, POST_AGE)));
        posts.removeIf(sighted::contains);
        chosen.addAll(rotate(posts, budget - chosen.size()));
        return chosen;
    }

    private List<String> fullnames(ItemKind kind, Window created) {
        return items.keys(kind, created).stream().map(ItemKey::fullname).toList();
    }

    private List<String> rotate(List<String> posts, int room) {
        if (posts.size() <= room) {
            resumeAt = "";
            return posts;
        }
        int start = Math.max(0, posts.indexOf(resumeAt));
        List<String> chosen = new ArrayList<>(posts.subList(start, Math.min(start + room, posts.size())));
        chosen.addAll(posts.subList(0, room - chosen.size()));
        resumeAt = posts.get((start + room) % posts.size());
        return chosen;
    }
}
