package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.SubredditName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the items of a scope are counted under: all together, or each under its tools or its subreddit. Immutable. */
final class Rows {
    /** Id of the only row where nothing tells them apart. */
    static final String ALL = "";
    private static final int[] NONE = {};
    private static final int[] FIRST = {0};

    private final List<String> ids;
    /** By number of a {@linkplain VoiceGroups.Group group}, the rows that its items count in. */
    private final int[][] ofGroup;

    private Rows(List<String> ids, int[][] ofGroup) {
        this.ids = ids;
        this.ofGroup = ofGroup;
    }

    /**
     * The rows of those groups that there are now; a newer one came with items that are newer than the question.
     *
     * @param by tools, of which that of the scope then does not count; or subreddits, likewise; null for one row
     */
    static Rows of(VoiceGroups groups, Scope scope, @Nullable Groups by) {
        List<VoiceGroups.Group> list = groups.list();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[][] ofGroup = new int[list.size()][];
        for (int i = 0; i < ofGroup.length; i++) {
            VoiceGroups.Group group = list.get(i);
            ofGroup[i] = switch (by) {
                case null -> group.matches(scope.subreddit(), scope.toolId()) ? FIRST : NONE;
                case TOOLS -> group.matches(scope.subreddit(), null) ? numbers(numbers, group.toolIds()) : NONE;
                case SUBREDDITS ->
                    group.matches(null, scope.toolId()) ? numbers(numbers, Set.of(SubredditName.key(group.subreddit()))) : NONE;
                case TOPICS, THEMES -> throw new IllegalArgumentException("voices do not tell " + by);
            };
        }
        return new Rows(by == null ? List.of(ALL) : List.copyOf(numbers.keySet()), ofGroup);
    }

    /** As {@link #ids} name it. */
    static String id(Groups by, String id) {
        return by == Groups.SUBREDDITS ? SubredditName.key(id) : id;
    }

    /** Ids of the rows, each at its number. */
    List<String> ids() {
        return ids;
    }

    /** The rows that items of a group count in. */
    int[] of(int group) {
        return group < ofGroup.length ? ofGroup[group] : NONE;
    }

    int size() {
        return ids.size();
    }

    private static int[] numbers(Map<String, Integer> numbers, Collection<String> ids) {
        List<Integer> rows = new ArrayList<>(ids.size());
        ids.forEach(id -> rows.add(numbers.computeIfAbsent(id, _ -> numbers.size())));
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }
}
