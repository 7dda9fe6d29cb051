package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.CollectedSubreddit;
import dev.sentimentagent.sentiment.ToolMatcher;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue as it is in one version. It never changes, and is thread-safe. */
public final class CurrentCatalogue {
    private final CatalogueState state;
    private final Map<String, CatalogueTool> byId = new LinkedHashMap<>();
    private final List<Tool> active;
    private final Map<String, String> names;
    private final List<String> subreddits;
    private @Nullable ToolMatcher matcher; // guarded by this

    private CurrentCatalogue(CatalogueState state) {
        this.state = state;
        state.tools().forEach(tool -> byId.put(tool.id(), tool));
        this.active = state.tools()
                .stream()
                .filter(CatalogueTool::active)
                .map(CatalogueTool::tool)
                .sorted(Comparator.comparing(Tool::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        this.names = active.stream().collect(Collectors.toUnmodifiableMap(Tool::id, Tool::name));
        this.subreddits = state.subreddits()
                .stream()
                .filter(subreddit -> subreddit.state() == CollectedSubreddit.State.ACTIVE)
                .sorted(Comparator.comparing(CollectedSubreddit::addedAt).thenComparing(CollectedSubreddit::name))
                .map(CollectedSubreddit::name)
                .toList();
    }

    static CurrentCatalogue of(CatalogueState state) {
        return new CurrentCatalogue(state);
    }

    /** The tools that are listened for, by name. */
    public List<Tool> tools() {
        return active;
    }

    /** Their names by id. */
    public Map<String, String> names() {
        return names;
    }

    /** The tool that an id stands for, in any case: archived ones too; of one that was merged, that which it was merged into. */
    public Optional<CatalogueTool> find(String id) {
        CatalogueTool found = byId.get(id);
        if (found == null) {
            found = byId.get(id.toLowerCase(Locale.ROOT));
        }
        return Optional.ofNullable(found).map(this::successor);
    }

    /** The tool that has this very id, whatever has become of it. */
    public Optional<CatalogueTool> listed(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All tools, by id. */
    public List<CatalogueTool> listed() {
        return state.tools();
    }

    /** All links between tools. */
    public List<AliasLink> links() {
        return state.links();
    }

    /** Names of the subreddits that are to be collected, in the order in which they were added. */
    public List<String> subreddits() {
        return subreddits;
    }

    /** All subreddits that were not removed, with their state. */
    public List<CollectedSubreddit> allSubreddits() {
        return state.subreddits().stream().filter(subreddit -> subreddit.state() != CollectedSubreddit.State.REMOVED).toList();
    }

    /** Finds the tools that are listened for; compiled when it is first asked for. */
    public synchronized ToolMatcher matcher() {
        ToolMatcher made = matcher;
        if (made == null) {
            made = Listening.to(this);
            matcher = made;
        }
        return made;
    }

    /** Grows with each change. */
    public long version() {
        return state.version();
    }

    CatalogueState state() {
        return state;
    }

    /** The tool itself, or that which has taken its mentions. */
    CatalogueTool successor(CatalogueTool tool) {
        CatalogueTool at = tool;
        // A merge into a tool that is merged itself is refused, so this ends; the count keeps it so whatever a store holds.
        for (int steps = 0; steps < byId.size() && !at.active() && at.mergedInto() != null; steps++) {
            CatalogueTool next = byId.get(at.mergedInto());
            if (next == null) {
                break;
            }
            at = next;
        }
        return at;
    }
}
