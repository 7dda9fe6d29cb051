package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.store.Find;
import dev.sentimentagent.server.figures.Figures;
import dev.sentimentagent.server.figures.GroupRow;
import dev.sentimentagent.server.figures.Groups;
import dev.sentimentagent.server.figures.Mean;
import dev.sentimentagent.server.figures.Overview;
import dev.sentimentagent.server.figures.Scope;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;

/**
 * {@code /}, and of one subreddit {@code /r/{name}}: how developers feel, and what that hangs on.
 *
 * @param finding what the data says, in one sentence
 * @param toolsLater the page that has the table of tools, where that takes longer than a page may; else empty
 */
record OverviewPage(Shell shell, String finding, Overview figures, Charts chart, Scored scored, Movers movers, Why why,
        List<Tables.Row> tools, String toolsLater, List<Tables.Row> subreddits, List<Topic> topics, List<Entry> newest) implements Shown {
    private static final int TOPICS = 8;
    private static final int NEWEST = 8;
    private static final String PLAIN = "How developers feel about AI tools";
    /** The part of the page with the table of tools. */
    private static final String TOOLS = "tools";

    static Shown of(Site site, View view) {
        Scope scope = view.scope();
        if (LaterPage.needed(site, site.figures().atHand(scope))) {
            return LaterPage.of(site, view, "Overview", PLAIN);
        }
        Overview overview = site.figures().overview(scope);
        String subreddit = view.subreddit();
        List<Topic> topics = site.store().topics().topics(TOPICS);
        boolean counted = site.waits(TOOLS) || site.figures().toolsAtHand(scope);
        List<GroupRow> tools = counted ? site.figures().tools(scope) : List.of();
        return new OverviewPage(
                site.shell(subreddit == null ? "Overview" : "r/" + subreddit, view, true),
                finding("AI tools", PLAIN, overview),
                overview,
                Charts.of("Score over time", site.figures().series(scope, Figures.granularity(scope.window())),
                        site.marks(scope.window(),
                                subreddit == null
                                        ? Happened.together(scope.window(),
                                                Happened.released(view, site.parts().releases().in(scope.window(), null)),
                                                Happened.in(scope.window(), topics, ""))
                                        : List.of())),
                Scored.of(site, scope.window(), subreddit),
                Movers.chosen(site, view, scope, overview,
                        subreddit == null
                                ? List.of(Groups.TOOLS, Groups.SUBREDDITS, Groups.TOPICS, Groups.THEMES)
                                : List.of(Groups.TOOLS, Groups.TOPICS, Groups.THEMES),
                        tools),
                Why.atHand(site, view, null),
                Tables.of(tools, tool -> view.to("/tools/" + tool.id())),
                counted ? "" : Site.patiently(view, TOOLS),
                subreddit == null ? Tables.of(site.figures().subreddits(scope), of -> view.to("/r/" + of.id())) : List.of(),
                topics,
                newest(site, scope, overview));
    }

    /** The newest posts; where too little was said for figures, all that was said. */
    private static List<Entry> newest(Site site, Scope scope, Overview overview) {
        return overview.tooFew() && overview.items() > 0
                ? PostsPage.find(site, new Find(scope.selection(null), "", Find.Order.NEWEST), Mean.ENOUGH, null).items()
                : site.newest(scope.subreddit(), NEWEST);
    }

    static Shown ofSubreddit(Site site, View view, String name) {
        String known = site.subreddits()
                .stream()
                .filter(one -> SubredditName.same(one, name))
                .findFirst()
                .orElseThrow(() -> PageException.notFound("Nothing is collected of a subreddit of this name."));
        return of(site, new View("/", view.range(), known, view.further()));
    }

    /** What the data says of something, in a sentence; where it says too little, a plain heading. */
    static String finding(String what, String heading, Overview figures) {
        return switch (figures.meanChange().verdict()) {
            case RISE -> "Developers speak better of " + what + " than before";
            case FALL -> "Developers speak worse of " + what + " than before";
            case WITHIN_NOISE -> "Developers feel about " + what + " as they did before";
            case TOO_FEW, NOT_COLLECTED, OTHERWISE_SCORED -> heading;
        };
    }

    /** Whether there is nothing at all to show. */
    boolean nothing() {
        return figures.items() == 0 && newest.isEmpty() && topics.isEmpty();
    }

    @Override
    public boolean whole() {
        return toolsLater.isEmpty() && movers.later().isEmpty();
    }

    @Override
    public JteModel html(Templates templates) {
        return templates.overview(this);
    }

    @Override
    public Optional<Sheet> sheet(String name) {
        return switch (name) {
            case "series" -> Optional.of(Sheets.series(chart));
            case "moved" -> Optional.of(movers.sheet());
            case "tools" -> Optional.of(Sheets.groups(tools));
            case "subreddits" -> Optional.of(Sheets.groups(subreddits));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<JteModel> picture(Templates templates, String name) {
        Pictures pictures = new Pictures(templates);
        return switch (name) {
            case "chart" -> pictures.chart(chart);
            case "moved" -> pictures.moved(movers);
            case "tools" -> pictures.groups("Scores of tools", shell.view(), tools);
            case "subreddits" -> pictures.groups("Scores by subreddit", shell.view(), subreddits);
            default -> Optional.empty();
        };
    }
}
