package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.ToolVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What items are told apart by, numbered. Thread-safe. */
final class VoiceGroups {
    private static final int MAX = Character.MAX_VALUE;

    /** All items of a subreddit that speak of the same tools, with the same verdicts on them. */
    record Group(String subreddit, Mentions mentions) {
        Set<String> toolIds() {
            return mentions.toolIds();
        }
    }

    /** Stands for a name that no group has, and for no name. */
    private static final int ANY = -1;
    private static final int UNKNOWN = -2;

    private final Map<Group, Integer> numbers = new HashMap<>(); // guarded by this
    private final List<Group> groups = new ArrayList<>(); // guarded by this
    private volatile @Nullable Known snapshot;

    /**
     * All groups, each at its number, with their subreddits and tools as numbers too: there may be tens of thousands of groups, and each figure
     * looks at all of them.
     */
    static final class Known {
        private final List<Group> groups;
        private final Map<String, Integer> subreddits = new LinkedHashMap<>();
        private final Map<String, Integer> tools = new LinkedHashMap<>();
        private final int[] subredditOf;
        private final int[][] toolsOf;

        private Known(List<Group> groups) {
            this.groups = groups;
            this.subredditOf = groups.stream().mapToInt(group -> number(subreddits, SubredditName.key(group.subreddit))).toArray();
            this.toolsOf = groups.stream()
                    .map(group -> group.toolIds().stream().mapToInt(tool -> number(tools, tool)).toArray())
                    .toArray(int[][]::new);
        }

        List<Group> groups() {
            return groups;
        }

        /** Subreddits in lower case, each at its number. */
        List<String> subreddits() {
            return List.copyOf(subreddits.keySet());
        }

        /** Ids of tools, each at its number. */
        List<String> tools() {
            return List.copyOf(tools.keySet());
        }

        int subreddit(int group) {
            return subredditOf[group];
        }

        int[] tools(int group) {
            return toolsOf[group];
        }

        /** Whether a group is of the subreddit and speaks of the tool; null for any. A newer group than those known is not. */
        IntPredicate matches(@Nullable String subreddit, @Nullable String tool) {
            boolean[] taken = of(subreddit, tool);
            return group -> group < taken.length && taken[group];
        }

        /** The same by number of the group. */
        boolean[] of(@Nullable String subreddit, @Nullable String tool) {
            int wantedSubreddit = subreddit == null ? ANY : subreddits.getOrDefault(SubredditName.key(subreddit), UNKNOWN);
            int wantedTool = tool == null ? ANY : tools.getOrDefault(tool, UNKNOWN);
            boolean[] taken = new boolean[subredditOf.length];
            for (int i = 0; i < taken.length; i++) {
                taken[i] = (wantedSubreddit == ANY || subredditOf[i] == wantedSubreddit)
                        && (wantedTool == ANY || contains(toolsOf[i], wantedTool));
            }
            return taken;
        }

        /** By number of the group, what its items say of a tool; null where it is what they say on the whole. */
        @Nullable
        ToolVerdict[] verdicts(@Nullable String tool) {
            @Nullable
            ToolVerdict[] verdicts = new ToolVerdict[groups.size()];
            for (int i = 0; tool != null && i < verdicts.length; i++) {
                verdicts[i] = groups.get(i).mentions.verdicts().get(tool);
            }
            return verdicts;
        }

        private static int number(Map<String, Integer> numbers, String name) {
            return numbers.computeIfAbsent(name, _ -> numbers.size());
        }

        private static boolean contains(int[] numbers, int wanted) {
            for (int number : numbers) {
                if (number == wanted) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Number of a group; new ones beyond those that a number can tell apart share the last. */
    synchronized char number(Group group) {
        Integer known = numbers.get(group);
        if (known == null) {
            known = Math.min(groups.size(), MAX);
            if (groups.size() <= MAX) {
                groups.add(group);
                snapshot = null;
                numbers.put(group, known);
            }
        }
        return (char) known.intValue();
    }

    /** Those that there are now. */
    Known known() {
        Known known = snapshot;
        return known == null ? copied() : known;
    }

    private synchronized Known copied() {
        Known known = new Known(List.copyOf(groups));
        snapshot = known;
        return known;
    }
}
