package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.SubredditName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What items are told apart by, numbered: there are few different subreddits and sets of tools. Thread-safe. */
final class VoiceGroups {
    private static final int MAX = Character.MAX_VALUE;

    /** All items of a subreddit that speak of the same tools. */
    record Group(String subreddit, Set<String> toolIds) {
        boolean matches(@Nullable String ofSubreddit, @Nullable String ofTool) {
            return (ofSubreddit == null || SubredditName.same(subreddit, ofSubreddit)) && (ofTool == null || toolIds.contains(ofTool));
        }
    }

    private final Map<Group, Integer> numbers = new HashMap<>(); // guarded by this
    private final List<Group> groups = new ArrayList<>(); // guarded by this
    private volatile List<Group> snapshot = List.of();

    /** Number of a group; new ones beyond those that a number can tell apart share the last. */
    synchronized char number(Group group) {
        Integer known = numbers.get(group);
        if (known == null) {
            known = Math.min(groups.size(), MAX);
            if (groups.size() <= MAX) {
                groups.add(group);
                snapshot = List.of();
            }
            numbers.put(group, known);
        }
        return (char) known.intValue();
    }

    /** All of them, each at its number. */
    List<Group> list() {
        List<Group> known = snapshot;
        return known.isEmpty() ? copied() : known;
    }

    /** By number, which of them a scope takes. A group that is newer came with items that are newer than the question. */
    boolean[] of(Scope scope) {
        List<Group> list = list();
        boolean[] taken = new boolean[list.size()];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = list.get(i).matches(scope.subreddit(), scope.toolId());
        }
        return taken;
    }

    private synchronized List<Group> copied() {
        snapshot = List.copyOf(groups);
        return snapshot;
    }
}
