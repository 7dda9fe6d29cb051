package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.store.Find;
import dev.sentimentagent.server.figures.Figures;
import dev.sentimentagent.server.figures.Groups;
import dev.sentimentagent.server.figures.Mean;
import dev.sentimentagent.server.figures.Overview;
import dev.sentimentagent.server.figures.Scope;
import dev.sentimentagent.server.figures.Together;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;

/**
 * {@code /tools/{id}}: one tool.
 *
 * @param togetherLater the page that tells what it is named together with, where that takes longer than a page may; else empty
 */
record ToolPage(Shell shell, Tool tool, String finding, Overview figures, Charts chart, Scored scored, Movers movers, Why why,
        List<Together> together, String togetherLater, List<Entry> newest) implements Shown {
    private static final int NEWEST = 10;
    private static final int TOGETHER = 6;
    /** The part of the page with what it is named together with. */
    private static final String NAMED_TOGETHER = "together";

    static Shown of(Site site, View view, String id) {
        Tool tool = site.tool(id);
        Scope scope = view.ofTool(id);
        String plain = "What developers say of " + tool.name();
        if (LaterPage.needed(site, site.figures().atHand(scope))) {
            return LaterPage.of(site, view, tool.name(), plain);
        }
        Overview overview = site.figures().overview(scope);
        boolean together = site.waits(NAMED_TOGETHER) || site.figures().togetherAtHand(scope);
        return new ToolPage(
                site.shell(tool.name(), view, true),
                tool,
                OverviewPage.finding(tool.name(), plain, overview),
                overview,
                Charts.of("Score over time", site.figures().series(scope, Figures.granularity(scope.window())),
                        site.marks(scope.window(),
                                Happened.together(scope.window(),
                                        Happened.released(view, site.parts().releases().in(scope.window(), tool.id())),
                                        Happened.in(scope.window(), site.store().topics().topics(TopicsPage.MOST), tool.name())))),
                Scored.of(site, scope.window(), view.subreddit()),
                Movers.chosen(site, view, scope, overview, view.subreddit() == null
                        ? List.of(Groups.SUBREDDITS, Groups.TOPICS, Groups.THEMES)
                        : List.of(Groups.TOPICS, Groups.THEMES), List.of()),
                Why.atHand(site, view, tool),
                together ? site.figures().together(scope).stream().limit(TOGETHER).toList() : List.of(),
                together ? "" : Site.patiently(view, NAMED_TOGETHER),
                PostsPage.find(site, new Find(scope.selection(null), "", Find.Order.NEWEST),
                        overview.tooFew() ? Mean.ENOUGH : NEWEST, null).items());
    }

    /** Length of the bar of a tool that is named together with this, in percent of the longest. */
    double bar(Together other) {
        return Math.round(1000.0 * other.tally().total() / together.getFirst().tally().total()) / 10.0;
    }

    @Override
    public boolean whole() {
        return togetherLater.isEmpty() && movers.later().isEmpty();
    }

    @Override
    public JteModel html(Templates templates) {
        return templates.tool(this);
    }

    @Override
    public Optional<Sheet> sheet(String name) {
        return switch (name) {
            case "series" -> Optional.of(Sheets.series(chart));
            case "moved" -> Optional.of(movers.sheet());
            case "together" -> {
                Sheet sheet = new Sheet("id", "name", "items", "positive", "neutral", "negative", "score");
                together.forEach(other -> sheet.row(other.toolId(), other.name(), other.tally().total(), other.tally().positive(),
                        other.tally().neutral(), other.tally().negative(), other.tally().averageCompound()));
                yield Optional.of(sheet);
            }
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<JteModel> picture(Templates templates, String name) {
        Pictures pictures = new Pictures(templates);
        return switch (name) {
            case "chart" -> pictures.chart(chart);
            case "moved" -> pictures.moved(movers);
            default -> Optional.empty();
        };
    }
}
