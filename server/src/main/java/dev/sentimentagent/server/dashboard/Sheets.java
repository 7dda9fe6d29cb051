package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.server.figures.GroupRow;
import dev.sentimentagent.server.figures.Step;
import java.util.List;

/** What pages show, as tables to save. Times are UTC. */
final class Sheets {
    private Sheets() {}

    static Sheet series(Charts chart) {
        Sheet sheet = new Sheet("line", "start", "end", "collected", "items", "positive", "neutral", "negative", "score", "low", "high");
        for (Charts.Row row : chart.rows()) {
            for (int i = 0; i < row.steps().size(); i++) {
                Step step = row.steps().get(i);
                Tally tally = step.tally();
                boolean known = tally.total() > 0;
                sheet.row(chart.bars() ? "all" : chart.names().get(i), row.start().toString(), row.end().toString(), step.collected(),
                        tally.total(), tally.positive(), tally.neutral(), tally.negative(), known ? step.mean().value() : null,
                        known ? step.mean().low() : null, known ? step.mean().high() : null);
            }
        }
        return sheet;
    }

    static Sheet groups(List<Tables.Row> rows) {
        Sheet sheet = new Sheet("id", "name", "mentions", "share_of_voice", "positive", "negative", "score", "low", "high", "change",
                "change_low", "change_high", "verdict");
        for (Tables.Row row : rows) {
            GroupRow group = row.figures();
            boolean known = !group.mean().tooFew();
            sheet.row(group.id(), group.name(), group.mentions(), group.shareOfVoice().value(), known ? group.positive().value() : null,
                    known ? group.negative().value() : null, known ? group.mean().value() : null, known ? group.mean().low() : null,
                    known ? group.mean().high() : null, known ? group.change().difference() : null, known ? group.change().low() : null,
                    known ? group.change().high() : null, group.change().verdict().name().toLowerCase(java.util.Locale.ROOT));
        }
        return sheet;
    }

    static Sheet entries(List<Entry> entries) {
        Sheet sheet = new Sheet("fullname", "subreddit", "created_utc", "author", "text", "sentiment", "score", "upvotes", "comments",
                "tools");
        for (Entry entry : entries) {
            var item = entry.scored().item();
            sheet.row(item.fullname(), item.subreddit(), item.createdUtc().toString(), item.author(), item.text(),
                    entry.scored().score().sentiment().label(), entry.scored().score().compound(), item.upvotes(), entry.comments(),
                    String.join(" ", entry.scored().toolIds().stream().sorted().toList()));
        }
        return sheet;
    }

    static Sheet topics(List<dev.sentimentagent.model.Topic> topics) {
        Sheet sheet = new Sheet("id", "theme", "keywords", "posts", "positive", "neutral", "negative", "engagement_velocity", "peak");
        topics.forEach(topic -> sheet.row(topic.id(), topic.theme(), String.join(" ", topic.keywords()), topic.postIds().size(),
                topic.sentiment().positive(), topic.sentiment().neutral(), topic.sentiment().negative(), topic.engagementVelocity(),
                topic.peakTime().toString()));
        return sheet;
    }
}
