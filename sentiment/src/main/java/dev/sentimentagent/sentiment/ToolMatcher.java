package dev.sentimentagent.sentiment;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Tool;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells which tools an item speaks of.
 *
 * <ul>
 * <li>In a home subreddit of a tool, every item speaks of it.
 * <li>Elsewhere an alias must stand in the text as words of its own, in whatever case: "Claude's", "Claude-Code", "claude  code" and
 * "bolt.new" are aliases, "cloudclaude" and the "v0" of "v0.5" are not.
 * <li>Where several aliases begin at a word the longest counts, and its words count for no other.
 * <li>In the words of an exclusion no alias of its tool counts.
 * <li>An ambiguous alias counts if a telling word of its tool is among the {@value #REACH} words before or after it.
 * </ul>
 *
 * <p>All aliases are looked for in one pass. Time is linear in the length of the text; a call allocates its result and nothing else, once
 * its working memory has grown to the longest text so far. Thread-safe.
 */
public final class ToolMatcher {
    /** About the length of a clause; a telling word further off tells of something else as often as not. */
    static final int REACH = 8;

    /** More than any text on Reddit has. What a longer one needs is not kept. */
    private static final int KEPT_CHARACTERS = 1 << 16;
    private static final Home NOBODYS_HOME = new Home(new BitSet(), Set.of());

    private final AliasIndex aliases;
    private final List<String> ids;
    /** By id, so that the commonest finding makes no object. */
    private final List<Set<String>> sets;
    private final Map<String, Home> homes;
    /** Of each tool, those that are spoken of with it; null where there are none. */
    private final @Nullable BitSet[] implied;
    private final Pool<Workspace> workspaces;

    public ToolMatcher(ToolCatalogue catalogue) {
        this(catalogue, Map.of());
    }

    /**
     * A matcher of linked tools.
     *
     * @param links by id of a tool, ids of the tools that an item speaks of too if it speaks of that one
     */
    public ToolMatcher(ToolCatalogue catalogue, Map<String, Set<String>> links) {
        List<Tool> tools = catalogue.tools();
        aliases = new AliasIndex(tools);
        ids = tools.stream().map(Tool::id).toList();
        sets = ids.stream().map(Set::of).toList();
        implied = implied(links);
        homes = homes(tools);
        workspaces = new Pool<>(() -> new Workspace(new TermScan(aliases.terms()), new BitSet(), new int[ids.size()]));
    }

    /** Ids of the tools that the item speaks of. */
    public Set<String> match(Item item) {
        return match(item.text(), item.subreddit());
    }

    /**
     * Ids of the tools that a text speaks of.
     *
     * @param subreddit its name without {@code r/}, in whatever case; empty if the text is from elsewhere
     */
    public Set<String> match(String text, String subreddit) {
        requireNonNull(text, "text");
        Home home = homes.getOrDefault(key(subreddit), NOBODYS_HOME);
        Workspace workspace = workspaces.take();
        Set<String> found = match(text, home, workspace);
        if (workspace.scan().capacity() <= KEPT_CHARACTERS) {
            workspaces.giveBack(workspace);
        }
        return found;
    }

    /** Takes the places where tools are named. */
    interface Places {
        /**
         * Takes a place; from the beginning of the text to its end.
         *
         * @param tool place of the tool in the catalogue
         * @param start index of the first character of its name in the text
         * @param end index behind its last
         */
        void named(int tool, int start, int end);
    }

    /** Tells where a text names tools. Those whose home it is in need not be among them. */
    void places(String text, Places places) {
        Workspace workspace = workspaces.take();
        find(text, workspace, places);
        if (workspace.scan().capacity() <= KEPT_CHARACTERS) {
            workspaces.giveBack(workspace);
        }
    }

    /** Places in the catalogue of the tools whose home that subreddit is; not to be changed. */
    BitSet atHome(String subreddit) {
        return homes.getOrDefault(key(subreddit), NOBODYS_HOME).tools();
    }

    /** Id of a tool by its place in the catalogue. */
    String id(int tool) {
        return ids.get(tool);
    }

    private Set<String> match(String text, Home home, Workspace workspace) {
        BitSet found = workspace.found();
        found.clear();
        found.or(home.tools());
        find(text, workspace, (tool, _, _) -> found.set(tool));
        imply(found);
        int count = found.cardinality();
        return count == home.ids().size() ? home.ids() : idsOf(found, count);
    }

    private void find(String text, Workspace workspace, Places places) {
        TermScan scan = workspace.scan();
        scan.read(text);
        Arrays.fill(workspace.excludedTo(), 0);
        int index = 0;
        while (index < scan.size()) {
            index += findAt(workspace, index, places);
        }
    }

    /** Tells of the tool that is named from the given term on, if one is, and returns how many terms that took. */
    private int findAt(Workspace workspace, int index, Places places) {
        TermScan scan = workspace.scan();
        for (AliasPattern alias : aliases.beginningWith(scan.term(index))) {
            if (!scan.matches(alias, index)) {
                continue;
            }
            int end = index + alias.length();
            boolean speaks = switch (alias.use()) {
                case ALWAYS -> true;
                case AMBIGUOUS -> scan.hasNear(index, end - 1, REACH, alias.telling());
                case EXCLUDING -> {
                    workspace.exclude(alias.tool(), end);
                    yield false;
                }
            };
            if (alias.use() != Alias.Use.EXCLUDING) {
                if (speaks && workspace.excludedTo()[alias.tool()] <= index) {
                    places.named(alias.tool(), scan.start(index), scan.end(end - 1));
                }
                return alias.length();
            }
        }
        return 1;
    }

    private void imply(BitSet found) {
        for (int tool = found.nextSetBit(0); tool >= 0; tool = found.nextSetBit(tool + 1)) {
            BitSet more = implied[tool];
            if (more != null) {
                found.or(more);
            }
        }
    }

    private Set<String> idsOf(BitSet tools, int count) {
        if (count == 1) {
            return sets.get(tools.nextSetBit(0));
        }
        String[] found = new String[count];
        int size = 0;
        for (int tool = tools.nextSetBit(0); tool >= 0; tool = tools.nextSetBit(tool + 1)) {
            found[size++] = ids.get(tool);
        }
        return Set.of(found);
    }

    private @Nullable BitSet[] implied(Map<String, Set<String>> links) {
        @Nullable
        BitSet[] bits = new BitSet[ids.size()];
        links.forEach((tool, others) -> {
            int place = ids.indexOf(tool);
            if (place >= 0) {
                BitSet more = new BitSet();
                others.stream().mapToInt(ids::indexOf).filter(other -> other >= 0).forEach(more::set);
                bits[place] = more;
            }
        });
        return bits;
    }

    private static Map<String, Home> homes(List<Tool> tools) {
        Map<String, BitSet> byName = new HashMap<>();
        for (int tool = 0; tool < tools.size(); tool++) {
            for (String subreddit : tools.get(tool).homeSubreddits()) {
                byName.computeIfAbsent(key(subreddit), name -> new BitSet()).set(tool);
            }
        }
        Map<String, Home> homes = new HashMap<>();
        byName.forEach((name, bits) -> homes.put(name,
                new Home(bits, bits.stream().mapToObj(tool -> tools.get(tool).id()).collect(Collectors.toUnmodifiableSet()))));
        return homes;
    }

    private static String key(String subreddit) {
        return SubredditName.key(subreddit);
    }

    /**
     * A subreddit that is the home of tools.
     *
     * @param tools their places in the catalogue
     */
    private record Home(BitSet tools, Set<String> ids) {}

    /**
     * What one call needs, kept for the next.
     *
     * @param excludedTo of each tool, the term before which none of its names counts
     */
    @SuppressWarnings("ArrayRecordComponent") // compared with nothing
    private record Workspace(TermScan scan, BitSet found, int[] excludedTo) {
        void exclude(int tool, int end) {
            excludedTo[tool] = Math.max(excludedTo[tool], end);
        }
    }
}
