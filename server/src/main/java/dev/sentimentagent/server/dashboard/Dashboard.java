package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.server.figures.Figures;
import dev.sentimentagent.server.figures.Overview;
import dev.sentimentagent.server.figures.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages. Thread-safe; what they cost is for the caller to save by keeping answers. */
public final class Dashboard {
    private static final int TOPICS = 8;
    private static final int NEWEST = 8;
    private static final Duration KEPT = Duration.ofDays(90);

    private final DashboardParts parts;
    private final Figures figures;
    private final Templates templates = new StaticTemplates();

    public Dashboard(DashboardParts parts) {
        this.parts = parts;
        this.figures = parts.figures();
    }

    /**
     * The page at an address; one that says so if there is none.
     *
     * @throws StoreException if the store fails
     */
    public Page page(PageRequest request) {
        try {
            return find(request);
        } catch (PageException e) {
            return failed(e.status(), e.sentence());
        }
    }

    /** A page that says in a sentence what went wrong. */
    public Page failed(int status, String sentence) {
        View nowhere = View.of(new PageRequest("", java.util.Map.of()), parts.clock().instant());
        Shell shell = new Shell("Nothing here", nowhere, parts.demo(), parts.clock().instant(),
                new Live(Live.State.OFF, "", ""), List.of(), false);
        return Page.html(status, templates.failure(shell, sentence).render());
    }

    private Page find(PageRequest request) {
        String path = request.path();
        if (path.equals("/")) {
            return overview(request);
        }
        if (path.startsWith("/tools/")) {
            return tool(request, path.substring("/tools/".length()));
        }
        throw PageException.notFound("There is no page at this address.");
    }

    private Page overview(PageRequest request) {
        Instant now = parts.clock().instant();
        View view = View.of(request, now);
        Scope scope = view.scope();
        Overview overview = figures.overview(scope);
        OverviewPage page = new OverviewPage(
                shell("Overview", view, now, true),
                OverviewPage.finding(overview),
                overview,
                Charts.of("Score over time", figures.series(scope, Figures.granularity(scope.window()))),
                Tables.of(figures.tools(scope), tool -> view.to("/tools/" + tool.id())),
                Tables.of(figures.subreddits(scope), subreddit -> view.with("subreddit", subreddit.id())),
                parts.store().topics().topics(TOPICS),
                newest(view.subreddit(), now, NEWEST));
        return Page.html(templates.overview(page).render());
    }

    private Page tool(PageRequest request, String id) {
        Instant now = parts.clock().instant();
        View view = View.of(request, now);
        Tool tool = parts.tools()
                .stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> PageException.notFound("No tool has the name in this address."));
        Scope scope = view.ofTool(id);
        Overview overview = figures.overview(scope);
        ToolPage page = new ToolPage(
                shell(tool.name(), view, now, true),
                tool,
                ToolPage.finding(tool.name(), overview),
                overview,
                Charts.of("Score over time", figures.series(scope, Figures.granularity(scope.window()))),
                List.of());
        return Page.html(templates.tool(page).render());
    }

    private List<Entry> newest(@org.jspecify.annotations.Nullable String subreddit, Instant now, int limit) {
        return parts.store().items().recentPosts(subreddit, now.minus(KEPT), limit, null).items().stream().map(Entry::new).toList();
    }

    private Shell shell(String title, View view, Instant now, boolean ranged) {
        Optional<Cycle> last = parts.store().cycles().recent(2).stream().filter(cycle -> cycle.endedAt() != null).findFirst();
        Live live = Live.of(parts.collector().collects(), parts.collector().nextStart(), last, parts.store().cycles().lastSuccess(), now);
        return new Shell(title, view, parts.demo(), now, live, subreddits(), ranged);
    }

    private List<String> subreddits() {
        Stream<String> others = parts.store().items().subreddits()
                .stream()
                .filter(name -> parts.subreddits().stream().noneMatch(known -> SubredditName.same(known, name)));
        return Stream.concat(parts.subreddits().stream(), others).sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }
}
