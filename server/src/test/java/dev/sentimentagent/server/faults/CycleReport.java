package dev.sentimentagent.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The entry of a cycle in {@code /api/v1/collections}. */
record CycleReport(JsonNode json) {
    String id() {
        return json.get("id").asString();
    }

    String status() {
        return json.get("status").asString();
    }

    long requests() {
        return json.get("requests").asLong();
    }

    double limiterWaitSeconds() {
        return json.get("limiter_wait_seconds").asDouble();
    }

    /** One of {@code fetched}, {@code stored}, {@code updated}, {@code unchanged} and {@code rejected}, over all subreddits. */
    long count(String which) {
        return json.get("counts").get(which).asLong();
    }

    /** The same of one subreddit. */
    long count(String subreddit, String which) {
        return json.get("subreddits")
                .valueStream()
                .filter(report -> report.get("subreddit").asString().equals(subreddit))
                .mapToLong(report -> report.get("counts").get(which).asLong())
                .sum();
    }

    /** By subreddit, those without any left out: {@code reason: detail}. */
    Map<String, List<String>> errors() {
        Map<String, List<String>> errors = new TreeMap<>();
        for (JsonNode report : json.get("subreddits")) {
            List<String> lines = report.get("errors")
                    .valueStream()
                    .map(error -> error.get("reason").asString() + ": " + error.get("detail").asString())
                    .toList();
            if (!lines.isEmpty()) {
                errors.put(report.get("subreddit").asString(), lines);
            }
        }
        return errors;
    }

    /** How often a subreddit met a reason. */
    long errors(String subreddit, String reason) {
        return json.get("subreddits")
                .valueStream()
                .filter(report -> report.get("subreddit").asString().toLowerCase(Locale.ROOT).equals(subreddit.toLowerCase(Locale.ROOT)))
                .flatMap(report -> report.get("errors").valueStream())
                .filter(error -> error.get("reason").asString().equals(reason))
                .mapToLong(error -> error.get("count").asLong())
                .sum();
    }

    /** Spec C8: fetched = stored + updated + unchanged + rejected, for each subreddit. */
    void assertAddsUp() {
        for (JsonNode report : json.get("subreddits")) {
            JsonNode counts = report.get("counts");
            assertThat(counts.get("fetched").asLong()).as(report.get("subreddit").asString())
                    .isEqualTo(
                            counts.get("stored").asLong() + counts.get("updated").asLong() + counts.get("unchanged").asLong()
                                    + counts.get("rejected").asLong());
        }
    }
}
