package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.server.dashboard.chart.TimeChart;
import dev.sentimentagent.server.figures.Figures;
import dev.sentimentagent.server.figures.GroupRow;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /compare?t=a,b}: up to five tools over each other. */
record ComparePage(Shell shell, List<Tool> chosen, List<Tool> others, Charts chart, List<Tables.Row> rows) implements Shown {
    static final int MOST = 5;
    private static final int AT_FIRST = 3;

    static ComparePage of(Site site, PageRequest request) {
        View asked = View.of(request, site.now(), "t", "add");
        List<GroupRow> groups = site.figures().tools(asked.scope());
        Set<String> ids = new LinkedHashSet<>(Arrays.stream(asked.get("t").split(",")).filter(id -> !id.isBlank()).toList());
        if (!asked.get("add").isEmpty()) {
            ids.add(asked.get("add"));
        }
        if (ids.isEmpty()) {
            groups.stream().limit(AT_FIRST).map(GroupRow::id).forEach(ids::add);
        }
        if (ids.size() > MOST) {
            throw PageException.invalid("Up to five tools can be compared at once.");
        }
        List<Tool> chosen = ids.stream().map(site::tool).toList();
        View view = new View(asked.path(), asked.range(), asked.subreddit(), java.util.Map.of("t", String.join(",", ids)));
        var granularity = Figures.granularity(view.range().window());
        List<TimeChart.Series> lines = chosen.stream()
                .map(tool -> new TimeChart.Series(tool.name(), site.figures().series(view.ofTool(tool.id()), granularity).steps()))
                .toList();
        List<GroupRow> rows = new ArrayList<>(groups);
        rows.removeIf(row -> !ids.contains(row.id()));
        return new ComparePage(
                site.shell("Compare", view, true),
                chosen,
                site.parts().tools().stream().filter(tool -> !ids.contains(tool.id())).toList(),
                Charts.of("Scores over time", view.range().window(), granularity, lines, false),
                Tables.of(rows, tool -> view.to("/tools/" + tool.id())));
    }

    /** The same comparison without one of its tools. */
    String without(Tool tool) {
        return shell.view().with("t", String.join(",", chosen.stream().map(Tool::id).filter(id -> !id.equals(tool.id())).toList()));
    }

    /** How the best and the worst differ, where their intervals leave no doubt. */
    String finding() {
        List<GroupRow> known = rows.stream().map(Tables.Row::figures).filter(row -> !row.mean().tooFew())
                .sorted(java.util.Comparator.comparingDouble(row -> -row.mean().value())).toList();
        if (known.size() < 2) {
            return "Compare tools";
        }
        GroupRow best = known.getFirst();
        GroupRow worst = known.getLast();
        return best.mean().low() > worst.mean().high()
                ? "Developers speak better of " + best.name() + " than of " + worst.name()
                : "No difference to speak of";
    }

    @Override
    public JteModel html(Templates templates) {
        return templates.compare(this);
    }

    @Override
    public Optional<Sheet> sheet(String name) {
        return switch (name) {
            case "series" -> Optional.of(Sheets.series(chart));
            case "compared" -> Optional.of(Sheets.groups(rows));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Charts> picture() {
        return Optional.of(chart);
    }
}
