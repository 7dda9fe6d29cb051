package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.SubredditName;
import java.util.List;
import java.util.stream.IntStream;
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
        VoiceGroups.Known known = groups.known();
        boolean[] taken = known.of(by == Groups.SUBREDDITS ? null : scope.subreddit(), by == Groups.TOOLS ? null : scope.toolId());
        int[][] single = IntStream.range(0, known.subreddits().size()).mapToObj(number -> new int[]{number}).toArray(int[][]::new);
        int[][] ofGroup = new int[taken.length][];
        for (int i = 0; i < taken.length; i++) {
            ofGroup[i] = !taken[i] ? NONE : switch (by) {
                case null -> FIRST;
                case TOOLS -> known.tools(i);
                case SUBREDDITS -> single[known.subreddit(i)];
                case TOPICS, THEMES -> throw new IllegalArgumentException("voices do not tell " + by);
            };
        }
        return new Rows(by == null ? List.of(ALL) : by == Groups.TOOLS ? known.tools() : known.subreddits(), ofGroup);
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

    /** Whether items of a group count at all. */
    boolean counts(int group) {
        return of(group).length > 0;
    }

    int size() {
        return ids.size();
    }
}
