package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.ToolVerdict;
import java.util.ArrayList;
import java.util.Arrays;
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
    /** The groups as they were when they were last asked for: new ones come behind them. */
    private volatile Known snapshot = new Known();
    private volatile boolean more;

    /**
     * All groups, each at its number, with their subreddits and tools as numbers too: there may be tens of thousands of groups, and each figure
     * looks at all of them.
     */
    static final class Known {
        private final List<Group> groups;
        private final Map<String, Integer> subreddits;
        private final Map<String, Integer> tools;
        private final int[] subredditOf;
        private final int[][] toolsOf;

        private Known() {
            this.groups = List.of();
            this.subreddits = Map.of();
            this.tools = Map.of();
            this.subredditOf = new int[0];
            this.toolsOf = new int[0][];
        }

        /** Those before and some more: while data come in there are new ones every second. */
        private Known(Known before, List<Group> groups) {
            this.groups = groups;
            this.subreddits = new LinkedHashMap<>(before.subreddits);
            this.tools = new LinkedHashMap<>(before.tools);
            this.subredditOf = Arrays.copyOf(before.subredditOf, groups.size());
            this.toolsOf = Arrays.copyOf(before.toolsOf, groups.size());
            for (int i = before.groups.size(); i < groups.size(); i++) {
                Group group = groups.get(i);
                subredditOf[i] = number(subreddits, SubredditName.key(group.subreddit));
                toolsOf[i] = group.toolIds().stream().mapToInt(tool -> number(tools, tool)).toArray();
            }
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
                more = true;
                numbers.put(group, known);
            }
        }
        return (char) known.intValue();
    }

    /** Those that there are now. */
    Known known() {
        return more ? brought() : snapshot;
    }

    private synchronized Known brought() {
        if (more) {
            snapshot = new Known(snapshot, List.copyOf(groups));
            more = false;
        }
        return snapshot;
    }
}
