package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Topic;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;

/** What pages show, as SVG that stands by itself. */
record Pictures(Templates templates) {
    private static final int ROWS = 20;

    Optional<JteModel> chart(Charts chart) {
        return Optional.of(templates.svgchart(chart.wide(), "wide", chart.title()));
    }

    /** Empty if nothing is told of it. */
    Optional<JteModel> moved(Movers movers) {
        return movers.told() ? Optional.of(templates.svgmovers(movers)) : Optional.empty();
    }

    /** The first of the rows that have enough items, with their intervals. */
    Optional<JteModel> groups(String title, View view, List<Tables.Row> rows) {
        List<Tables.Row> told = rows.stream().filter(row -> row.interval().isPresent()).limit(ROWS).toList();
        String where = view.subreddit() == null ? "" : ", r/" + view.subreddit();
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(templates.svggroups(title + ", " + view.range().label() + where, told));
    }

    Optional<JteModel> topics(List<Topic> topics) {
        return topics.isEmpty() ? Optional.empty() : Optional.of(templates.svgtopics(topics.stream().limit(ROWS).toList()));
    }
}
