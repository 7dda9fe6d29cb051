package dev.sentimentagent.soak;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.SubredditReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A cycle as the service tells of it.
 *
 * @param ended null while it runs
 * @param reports counts of each subreddit
 * @param incidents how often each reason was reported
 */
record CycleEntry(
        String id, Instant started, @Nullable Instant ended, String status, List<Counts> reports, Map<String, Long> incidents,
        long requests) {
    static CycleEntry of(JsonNode body) {
        List<Counts> reports = new ArrayList<>();
        Map<String, Long> incidents = new TreeMap<>();
        for (JsonNode report : body.get("subreddits")) {
            reports.add(counts(report.get("counts")));
            report.get("errors").forEach(error -> incidents.merge(error.get("reason").asString(), error.get("count").asLong(), Long::sum));
        }
        return new CycleEntry(
                body.get("id").asString(),
                Instant.parse(body.get("started_at").asString()),
                body.get("ended_at").isNull() ? null : Instant.parse(body.get("ended_at").asString()),
                body.get("status").asString(),
                reports,
                incidents,
                body.get("requests").asLong());
    }

    static CycleEntry of(Cycle cycle) {
        Map<String, Long> incidents = new TreeMap<>();
        cycle.subreddits()
                .forEach(report -> report.incidents().forEach(each -> incidents.merge(each.reason().label(), each.count(), Long::sum)));
        return new CycleEntry(
                cycle.id(),
                cycle.startedAt(),
                cycle.endedAt(),
                cycle.status().label(),
                cycle.subreddits().stream().map(SubredditReport::counts).toList(),
                incidents,
                cycle.requests());
    }

    /** Whether every listing was read to where the one before had ended, and nothing was found wrong. */
    boolean clean() {
        return status.equals("completed") && incidents.isEmpty();
    }

    boolean running() {
        return ended == null;
    }

    Counts counts() {
        return reports.stream().reduce(Counts.ZERO, Counts::plus);
    }

    private static Counts counts(JsonNode body) {
        return new Counts(
                body.get("fetched").asLong(),
                body.get("stored").asLong(),
                body.get("updated").asLong(),
                body.get("unchanged").asLong(),
                body.get("rejected").asLong());
    }
}
