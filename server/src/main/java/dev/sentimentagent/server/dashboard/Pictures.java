package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Topic;
import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What pages show, as SVG that stands by itself. */
record Pictures(Templates templates) {
    private static final int ROWS = 20;
    /** Each takes two lines. */
    private static final int POSTS = 12;

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

    /** The first posts and comments of a list. */
    Optional<JteModel> posts(String title, List<Entry> entries, String toolId, Instant now) {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(templates.svgposts(title, entries.stream().limit(POSTS).toList(), toolId, now));
    }

    /** What was collected of the first subreddits. */
    Optional<JteModel> collection(CollectionPage page) {
        return page.lines().isEmpty()
                ? Optional.empty()
                : Optional.of(templates.svgcollection(page, page.lines().stream().limit(ROWS).toList()));
    }

    /** What of is spoken, theme by theme; empty if it is not known, or too little. */
    Optional<JteModel> themes(Why why) {
        return why.spoken().filter(spoken -> !Why.silent(spoken) && !spoken.themes().isEmpty())
                .map(spoken -> templates.svgthemes(why, spoken));
    }

    Optional<JteModel> topics(List<Topic> topics) {
        return topics.isEmpty() ? Optional.empty() : Optional.of(templates.svgtopics(topics.stream().limit(ROWS).toList()));
    }
}
