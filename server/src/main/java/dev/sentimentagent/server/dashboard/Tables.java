package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.server.dashboard.chart.Interval;
import dev.sentimentagent.server.dashboard.chart.Sparkline;
import dev.sentimentagent.server.figures.GroupRow;
import dev.sentimentagent.server.figures.Mean;
import java.util.List;
import java.util.Optional;

/** Rows of the tables of tools and subreddits, with what is drawn in them. */
final class Tables {
    private Tables() {}

    /**
     * A row.
     *
     * @param address page of the tool or subreddit
     * @param interval empty where the items are too few to say
     * @param voice share of voice, in percent of the largest one
     */
    record Row(GroupRow figures, String address, Optional<Interval> interval, Sparkline sparkline, double voice) {}

    static List<Row> of(List<GroupRow> groups, java.util.function.Function<GroupRow, String> address) {
        Interval.Axis axis = Interval.Axis.of(groups.stream().map(GroupRow::mean).toList());
        double loudest = groups.stream().mapToDouble(group -> group.shareOfVoice().value()).max().orElse(1);
        double reach = reach(groups);
        return groups.stream()
                .map(group -> new Row(group, address.apply(group), drawn(axis, group.mean()), Sparkline.of(group.sparkline(), reach),
                        loudest == 0 ? 0 : Math.round(group.shareOfVoice().value() / loudest * 1000) / 10.0))
                .toList();
    }

    /** How far from neutral a line goes, of the steps that have enough items to say something. */
    private static double reach(List<GroupRow> groups) {
        return groups.stream()
                .flatMap(group -> group.sparkline().stream())
                .filter(step -> !step.mean().tooFew())
                .mapToDouble(step -> Math.abs(step.mean().value()))
                .max()
                .orElse(0.3);
    }

    private static Optional<Interval> drawn(Interval.Axis axis, Mean mean) {
        return mean.tooFew() ? Optional.empty() : Optional.of(axis.of(mean));
    }
}
