package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.figures.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all pages are made from, at the moment one is asked for.
 *
 * @param part that the reader waits for although it takes seconds; of others that do, a page tells where they are to be had. {@link #ALL}; empty
 *        for none
 */
record Site(DashboardParts parts, Instant now, String part) {
    /** Name of the parameter that says so. */
    static final String WAIT = "wait";
    /** All that a page has. */
    static final String ALL = "1";

    private static final Duration KEPT = Duration.ofDays(90);

    static Site of(DashboardParts parts, PageRequest request) {
        // Files are made of all.
        return new Site(parts, parts.clock().instant(),
                request.parameters().containsKey("file") ? ALL : request.parameters().getOrDefault(WAIT, ""));
    }

    /** Whether a part is to be on the page whatever it takes. */
    boolean waits(String wanted) {
        return part.equals(ALL) || part.equals(wanted);
    }

    /** The same page with that part, whatever it takes. */
    static String patiently(View view, String part) {
        return view.with(WAIT, part);
    }

    Store store() {
        return parts.store();
    }

    Figures figures() {
        return parts.figures();
    }

    /**
     * The tool of that id, or the one that it was merged into.
     *
     * @throws PageException if there is none
     */
    Tool tool(String id) {
        return parts.catalogue()
                .current()
                .find(id)
                .map(CatalogueTool::tool)
                .orElseThrow(() -> PageException.notFound("No tool has the name in this address."));
    }

    /** Names of the tools by their ids. */
    Map<String, String> toolNames() {
        return parts.catalogue().current().names();
    }

    /** What is marked on a chart of a span: each change of method, and of the others those that do not lie over one. */
    List<Happened> marks(Window window, List<Happened> others) {
        return Happened.together(window, Happened.methods(figures().scoring().changes(window)), others);
    }

    List<Entry> newest(@Nullable String subreddit, int limit) {
        return store().items().recentPosts(subreddit, now.minus(KEPT), limit, null).items().stream().map(this::entry).toList();
    }

    /** @param ranged whether the page is about a span that can be chosen */
    Shell shell(String title, View view, boolean ranged) {
        return new Shell(title, view, parts.demo(), now, live(), ranged ? subreddits() : List.of(), ranged);
    }

    Live live() {
        Optional<Cycle> last = store().cycles().recent(2).stream().filter(cycle -> cycle.endedAt() != null).findFirst();
        return Live.of(parts.collector().collects(), parts.collector().nextStart(), last, store().cycles().lastSuccess(), now);
    }

    /** Those that are collected, and those of which anything is stored. */
    List<String> subreddits() {
        Stream<String> others = store().items().subreddits()
                .stream()
                .filter(name -> parts.subreddits().stream().noneMatch(known -> SubredditName.same(known, name)));
        return Stream.concat(parts.subreddits().stream(), others).sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    Entry entry(ScoredItem scored) {
        return Entry.of(scored, toolNames());
    }
}
