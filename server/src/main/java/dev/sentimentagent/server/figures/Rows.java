package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.ToolVerdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    /** What they say of the tool of each of these rows, or of that of the scope, where it is not what they say on the whole. */
    private final @Nullable ToolVerdict[] @Nullable [] verdictsOf;

    private Rows(List<String> ids, int[][] ofGroup, @Nullable ToolVerdict[] @Nullable [] verdictsOf) {
        this.ids = ids;
        this.ofGroup = ofGroup;
        this.verdictsOf = verdictsOf;
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
        List<String> ids = by == null ? List.of(ALL) : by == Groups.TOOLS ? known.tools() : known.subreddits();
        return new Rows(ids, ofGroup, verdicts(known, ids, ofGroup, by == Groups.TOOLS ? null : scope.toolId(), by));
    }

    private static @Nullable ToolVerdict[] @Nullable [] verdicts(VoiceGroups.Known known, List<String> ids, int[][] ofGroup,
            @Nullable String tool, @Nullable Groups by) {
        @Nullable
        ToolVerdict[] @Nullable [] all = new ToolVerdict[ofGroup.length][];
        for (int group = 0; group < ofGroup.length; group++) {
            Map<String, ToolVerdict> verdicts = known.groups().get(group).mentions().verdicts();
            if (!verdicts.isEmpty() && ofGroup[group].length > 0 && (by == Groups.TOOLS || tool != null)) {
                all[group] = Arrays.stream(ofGroup[group])
                        .mapToObj(row -> verdicts.get(by == Groups.TOOLS ? ids.get(row) : String.valueOf(tool)))
                        .toArray(ToolVerdict[]::new);
            }
        }
        return all;
    }

    /** Takes what an item counts as. */
    interface Counted {
        void in(int row, int sign, int compoundE4);
    }

    /** Counts an item of a group, of that class and score on the whole, in each of its rows. */
    void count(int group, int sign, int compoundE4, Counted counted) {
        int[] rows = ofGroup[group];
        @Nullable
        ToolVerdict[] verdicts = verdictsOf[group];
        for (int i = 0; i < rows.length; i++) {
            ToolVerdict verdict = verdicts == null ? null : verdicts[i];
            if (verdict == null) {
                counted.in(rows[i], sign, compoundE4);
            } else {
                counted.in(rows[i], HourVoices.sign(verdict.sentiment()), verdict.compoundE4());
            }
        }
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
