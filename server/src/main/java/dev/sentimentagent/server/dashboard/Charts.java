package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.dashboard.chart.TimeChart;
import dev.sentimentagent.server.figures.Mean;
import dev.sentimentagent.server.figures.Series;
import dev.sentimentagent.server.figures.Step;
import dev.sentimentagent.server.statistics.Granularity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A chart with the table behind it.
 *
 * @param title what it shows, in words
 * @param events what happened in its span, numbered from 1 in this order
 * @param byHour whether its steps are hours, which the reader's zone moves; days are those of UTC
 */
record Charts(String title, TimeChart wide, TimeChart narrow, List<Row> rows, List<String> names, boolean byHour, boolean bars,
        List<Happened> events) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** A step of the table. */
    record Row(Instant start, Instant end, String label, List<Step> steps) {
        Step step() {
            return steps.getFirst();
        }
    }

    static Charts of(String title, Series series, List<Happened> events) {
        String label = series.steps().stream().filter(step -> step.shown(Step.whole(series.steps()))).reduce((_, last) -> last)
                .map(step -> Show.score(step.mean().value())).orElse("");
        return of(title, series.scope().window(), series.granularity(), List.of(new TimeChart.Series(label, series.steps())), true, events);
    }

    static Charts of(String title, Window window, Granularity granularity, List<TimeChart.Series> lines, boolean bars,
            List<Happened> events) {
        List<Step> first = lines.getFirst().steps();
        boolean byHour = granularity == Granularity.HOUR;
        List<Row> rows = new java.util.ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            int at = i;
            Window step = first.get(i).window();
            rows.add(new Row(step.start(), step.end(), byHour ? Show.time(step.start()) : DAY.format(step.start()),
                    lines.stream().map(line -> line.steps().get(at)).toList()));
        }
        return new Charts(title, TimeChart.wide(lines, window, granularity, bars, events),
                TimeChart.narrow(lines, window, granularity, bars, events),
                List.copyOf(rows), lines.stream().map(TimeChart.Series::label).toList(), byHour, bars, events);
    }

    boolean anyUnknown() {
        return rows.stream().anyMatch(row -> !row.step().collected());
    }

    /** Whether enough was said for a line. */
    boolean lined() {
        return rows.stream().mapToLong(row -> row.step().tally().total()).sum() >= Mean.ENOUGH;
    }

    boolean empty() {
        return rows.stream().allMatch(row -> row.steps.stream().allMatch(step -> step.tally().total() == 0));
    }
}
