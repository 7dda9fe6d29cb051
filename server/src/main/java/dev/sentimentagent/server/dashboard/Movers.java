package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Topic;
import dev.sentimentagent.server.figures.GroupRow;
import dev.sentimentagent.server.figures.Groups;
import dev.sentimentagent.server.figures.Moved;
import dev.sentimentagent.server.figures.Overview;
import dev.sentimentagent.server.figures.Scope;
import dev.sentimentagent.server.figures.Verdict;
import dev.sentimentagent.server.releases.Release;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What moved a score, the most first.
 *
 * @param whole the change that the parts add up to
 * @param rest part of the change that all others share; with the rows it adds up to the whole
 * @param sampled whether it was counted from a sample, whose change is the whole
 * @param all the change of all that was said
 * @param choices the ways to split it that the reader may choose from
 * @param later the page that tells, where that takes longer than a page may; empty if this tells
 */
record Movers(List<Row> rows, double whole, double rest, boolean sampled, double all, List<Choice> choices, String later) {
    static final Movers NONE = new Movers(List.of(), 0, 0, false, 0, List.of(), "");

    /** Name of the parameter that says by what the change is split. */
    static final String BY = "by";

    /** The part of a page that this is. */
    static final String PART = "moved";
    private static final int SHOWN = 6;
    private static final double WORTH_SAYING = 0.0005;

    /**
     * A group.
     *
     * @param address of its posts; empty for everything that has no group
     * @param length of its bar, 0 to 100
     * @param mentions how many items it stands for now; −1 where that is not counted
     * @param because what people spoke of then, where that is known
     */
    record Row(Moved.Part part, String name, String address, double length, long mentions, Optional<Because> because) {
        /** Which of the two ways has moved more. */
        String how() {
            if (part.weightBefore() == 0) {
                return "new in this span";
            }
            if (part.weightAfter() == 0) {
                return "not spoken of any more";
            }
            String tone = part.byTone() > 0 ? "spoken of better" : "spoken of worse";
            String weight = part.weightAfter() > part.weightBefore() ? "spoken of more" : "spoken of less";
            double larger = Math.max(Math.abs(part.byTone()), Math.abs(part.byWeight()));
            double smaller = Math.min(Math.abs(part.byTone()), Math.abs(part.byWeight()));
            boolean both = smaller > larger / 2;
            return both
                    ? tone + " and " + weight.substring("spoken of ".length())
                    : Math.abs(part.byTone()) >= Math.abs(part.byWeight()) ? tone : weight;
        }
    }

    /** One of the ways to split a change, and the page that does so. */
    record Choice(String name, String address, boolean chosen) {}

    /**
     * Split by what the reader has chosen, the first of the ways if nothing; nothing, where there is nothing to compare with.
     *
     * @param tools rows of the table of tools, where there is one
     * @throws PageException if the page has no such way
     */
    static Movers chosen(Site site, View view, Scope scope, Overview overview, List<Groups> ways, List<GroupRow> tools) {
        String wanted = view.get(BY);
        Groups by = wanted.isEmpty()
                ? ways.getFirst()
                : ways.stream().filter(way -> word(way).equals(wanted)).findFirst()
                        .orElseThrow(() -> PageException.invalid("What moved a score is told by "
                                + String.join(", ", ways.stream().map(Movers::word).toList()) + "."));
        if (!comparable(overview)) {
            return NONE;
        }
        List<Choice> choices = ways.stream()
                .map(way -> new Choice(word(way), view.with(BY, way == ways.getFirst() ? "" : word(way)), way == by)).toList();
        if (!site.waits(PART) && !site.figures().movedAtHand(scope, by)) {
            return later(view, overview, choices);
        }
        Movers movers = of(site, view, scope, overview, by, id -> posts(view, scope, by, id), by == Groups.TOOLS ? tools : List.of());
        return new Movers(movers.rows, movers.whole, movers.rest, movers.sampled, movers.all, choices, "");
    }

    /** Whether there is anything to tell, if only that nothing stands out. */
    boolean told() {
        return !rows.isEmpty() || !choices.isEmpty() || !later.isEmpty();
    }

    private static boolean comparable(Overview overview) {
        Verdict verdict = overview.meanChange().verdict();
        return verdict != Verdict.NOT_COLLECTED && verdict != Verdict.TOO_FEW && verdict != Verdict.OTHERWISE_SCORED;
    }

    /** What was said that has to do with one of the groups. */
    private static String posts(View view, Scope scope, Groups groups, String id) {
        if (groups == Groups.TOPICS) {
            return view.to("/topics/" + View.encode(id));
        }
        Map<String, String> wanted = new HashMap<>();
        if (scope.toolId() != null) {
            wanted.put("tool", scope.toolId());
        }
        wanted.put(word(groups), id);
        return view.to("/posts", wanted);
    }

    private static String word(Groups groups) {
        return switch (groups) {
            case TOOLS -> "tool";
            case SUBREDDITS -> "subreddit";
            case TOPICS -> "topic";
            case THEMES -> "theme";
        };
    }

    /** Split in one way, the only one that the page has; nothing, where there is nothing to compare with. */
    static Movers of(Site site, View view, Scope scope, Overview overview, Groups groups, UnaryOperator<String> address) {
        return comparable(overview) && !site.waits(PART) && !site.figures().movedAtHand(scope, groups)
                ? later(view, overview, List.of())
                : of(site, view, scope, overview, groups, address, List.of());
    }

    private static Movers later(View view, Overview overview, List<Choice> choices) {
        return new Movers(List.of(), 0, 0, false, overview.meanChange().difference(), choices, Site.patiently(view, PART));
    }

    private static Movers of(Site site, View view, Scope scope, Overview overview, Groups groups, UnaryOperator<String> address,
            List<GroupRow> counted) {
        if (!comparable(overview)) {
            return NONE;
        }
        Moved moved = site.figures().moved(scope, groups);
        List<Moved.Part> shown = moved.parts().stream().filter(part -> Math.abs(part.total()) >= WORTH_SAYING).limit(SHOWN).toList();
        Map<String, Long> mentions = counted.stream().collect(Collectors.toMap(GroupRow::id, GroupRow::mentions));
        double longest = shown.stream().mapToDouble(part -> Math.abs(part.total())).max().orElse(1);
        List<Topic> topics = groups == Groups.TOOLS && scope.subreddit() == null
                ? site.store().topics().topics(TopicsPage.MOST).stream().filter(topic -> scope.window().contains(topic.peakTime())).toList()
                : List.of();
        List<Release> releases = groups == Groups.TOOLS ? site.parts().releases().in(scope.window(), null) : List.of();
        double told = shown.stream().mapToDouble(Moved.Part::total).sum();
        return new Movers(
                shown.stream()
                        .map(part -> new Row(part, name(part, groups),
                                part.id().isEmpty() ? "" : address.apply(part.id()),
                                Math.round(Math.abs(part.total()) / longest * 1000) / 10.0, mentions.getOrDefault(part.id(), -1L),
                                part.id().isEmpty() ? Optional.empty() : Because.of(view, part, moved.before(), topics, releases)))
                        .toList(),
                moved.difference(),
                moved.difference() - told,
                moved.sampledOneIn() > 1,
                overview.meanChange().difference(),
                List.of(),
                "");
    }

    private static String name(Moved.Part part, Groups groups) {
        if (part.id().isEmpty()) {
            return switch (groups) {
                case THEMES -> "Texts without a theme";
                case TOPICS -> "What is in no topic of this week";
                case TOOLS -> "Texts that name no tool";
                case SUBREDDITS -> "Everything else";
            };
        }
        return switch (groups) {
            case SUBREDDITS -> "r/" + part.name();
            case THEMES -> part.name().substring(0, 1).toUpperCase(Locale.ROOT) + part.name().substring(1);
            case TOOLS, TOPICS -> part.name();
        };
    }

    Sheet sheet() {
        Sheet sheet = new Sheet("group", "weight_before", "weight_after", "mean_before", "mean_after", "by_tone", "by_weight", "total",
                "spoken_of");
        rows.forEach(row -> sheet.row(row.name(), row.part().weightBefore(), row.part().weightAfter(), row.part().meanBefore(),
                row.part().meanAfter(), row.part().byTone(), row.part().byWeight(), row.part().total(),
                row.because().map(Because::what).orElse(null)));
        return sheet.row("All others", null, null, null, null, null, null, rest, null);
    }
}
