package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.server.dashboard.chart.TimeChart;
import dev.sentimentagent.server.figures.Change;
import dev.sentimentagent.server.figures.Figures;
import dev.sentimentagent.server.figures.GroupRow;
import dev.sentimentagent.server.figures.Switch;
import dev.sentimentagent.server.figures.Together;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code /compare?t=a,b}: up to five tools over each other.
 *
 * @param pairsLater the page that also tells how often they are named together, where that takes longer than a page may; else empty
 * @param switchesLater the same of who switched
 */
record ComparePage(Shell shell, List<Tool> chosen, List<Tool> others, Charts chart, Scored scored, List<Tables.Row> rows,
        List<Pair> pairs, String pairsLater, List<Switch> switches, String switchesLater, Map<String, String> names) implements Shown {
    /**
     * Two tools, and by how much the score of the first lies above that of the second.
     *
     * @param together how often both are named in one text; −1 where that is not counted yet
     */
    record Pair(Tool first, Tool second, Change change, long together) {}

    static final int MOST = 5;
    private static final int AT_FIRST = 3;
    /** Parts of the page that may come after it. */
    private static final String NAMED_TOGETHER = "together";
    private static final String SWITCHES = "switches";

    static Shown of(Site site, PageRequest request) {
        View asked = View.of(request, site.now(), "t", "add");
        Set<String> ids = new LinkedHashSet<>(Arrays.stream(asked.get("t").split(",")).filter(id -> !id.isBlank()).toList());
        if (!asked.get("add").isEmpty()) {
            ids.add(asked.get("add"));
        }
        if (ids.size() > MOST) {
            throw PageException.invalid("Up to five tools can be compared at once.");
        }
        if (LaterPage.needed(site, site.figures().toolsAtHand(asked.scope()))) {
            return LaterPage.of(site, asked, "Compare", "Compare tools");
        }
        List<GroupRow> groups = site.figures().tools(asked.scope());
        if (ids.isEmpty()) {
            groups.stream().limit(AT_FIRST).map(GroupRow::id).forEach(ids::add);
        }
        List<Tool> chosen = ids.stream().map(site::tool).toList();
        View view = new View(asked.path(), asked.range(), asked.subreddit(), Map.of("t", String.join(",", ids)));
        var granularity = Figures.granularity(view.range().window());
        List<TimeChart.Series> lines = chosen.stream()
                .map(tool -> new TimeChart.Series(tool.name(), site.figures().series(view.ofTool(tool.id()), granularity).steps()))
                .toList();
        List<GroupRow> rows = new ArrayList<>(groups);
        rows.removeIf(row -> !ids.contains(row.id()));
        boolean together = site.waits(NAMED_TOGETHER) || site.figures().togetherAtHand(view.scope());
        boolean switches = site.waits(SWITCHES) || site.figures().switchesAtHand(view.scope());
        return new ComparePage(
                site.shell("Compare", view, true),
                chosen,
                site.parts().tools().stream().filter(tool -> !ids.contains(tool.id())).toList(),
                Charts.of("Scores over time", view.range().window(), granularity, lines, false,
                        site.marks(view.range().window(), List.of())),
                Scored.of(site, view.range().window(), view.subreddit()),
                Tables.of(rows, tool -> view.to("/tools/" + tool.id())),
                pairs(site, view, chosen, together),
                together ? "" : Site.patiently(view, NAMED_TOGETHER),
                switches
                        ? site.figures().switches(view.scope()).stream().filter(one -> ids.contains(one.from()) || ids.contains(one.to()))
                                .toList()
                        : List.of(),
                switches ? "" : Site.patiently(view, SWITCHES),
                site.toolNames());
    }

    private static List<Pair> pairs(Site site, View view, List<Tool> chosen, boolean counted) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            Tool first = chosen.get(i);
            Map<String, Long> together = counted
                    ? site.figures().together(view.ofTool(first.id())).stream()
                            .collect(Collectors.toMap(Together::toolId, other -> other.tally().total()))
                    : Map.of();
            for (Tool second : chosen.subList(i + 1, chosen.size())) {
                pairs.add(new Pair(first, second, site.figures().difference(view.ofTool(second.id()), view.ofTool(first.id())),
                        counted ? together.getOrDefault(second.id(), 0L) : -1));
            }
        }
        return pairs;
    }

    /** The same comparison without one of its tools. */
    String without(Tool tool) {
        return shell.view().with("t", String.join(",", chosen.stream().map(Tool::id).filter(id -> !id.equals(tool.id())).toList()));
    }

    /** The largest difference that is more than chance. */
    String finding() {
        return pairs.stream()
                .filter(pair -> pair.change.verdict().significant())
                .max(Comparator.comparingDouble(pair -> Math.abs(pair.change.difference())))
                .map(pair -> pair.change.difference() > 0 ? better(pair.first, pair.second) : better(pair.second, pair.first))
                .orElse(pairs.isEmpty() ? "Compare tools" : "No difference to speak of");
    }

    private static String better(Tool one, Tool other) {
        return "Developers speak better of " + one.name() + " than of " + other.name();
    }

    @Override
    public boolean whole() {
        return pairsLater.isEmpty();
    }

    @Override
    public JteModel html(Templates templates) {
        return templates.compare(this);
    }

    @Override
    public Optional<Sheet> sheet(String name) {
        return switch (name) {
            case "series" -> Optional.of(Sheets.series(chart));
            case "differences" -> {
                Sheet sheet = new Sheet("first", "second", "difference", "low", "high", "verdict", "named_together");
                pairs.forEach(pair -> sheet.row(pair.first.id(), pair.second.id(), pair.change.difference(), pair.change.low(),
                        pair.change.high(), PostsPage.label(pair.change.verdict()), pair.together));
                yield Optional.of(sheet);
            }
            case "switches" -> Optional.of(Why.switches(switches));
            case "compared" -> Optional.of(Sheets.groups(rows));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<JteModel> picture(Templates templates, String name) {
        Pictures pictures = new Pictures(templates);
        return switch (name) {
            case "chart" -> pictures.chart(chart);
            case "compared" -> pictures.groups("Scores side by side", shell.view(), rows);
            default -> Optional.empty();
        };
    }
}
