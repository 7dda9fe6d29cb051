package dev.sentimentagent.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.FaultRule.Match;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.Malformation;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.testsupport.ManualTime;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code /metrics} says of a service that collects, and that it agrees with what the service says elsewhere. */
class MetricsIT {
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{.*\\})?) (\\S+)$");

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime(Instant.parse("2026-03-10T12:00:00Z"));
    private RedditStandIn standIn;
    private RunningService service;

    @BeforeEach
    void start() {
        standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), time);
        service = RunningService.start(folder.resolve("test.db"), standIn, "Cursor,claude,kiroIDE", time, Map.of());
    }

    @AfterEach
    void stop() {
        service.close();
        standIn.close();
    }

    @Test
    void countersAddUpAndEqualTheSumsOfTheCyclesWhateverFails() {
        service.collect();
        time.advance(Duration.ofHours(1));
        standIn.faults().add(FaultRule.untilCleared(Match.subreddit("claude"), new Fault.PrivateSubreddit()));
        standIn.faults().add(
                FaultRule.untilCleared(Match.subreddit("Cursor"), new Fault.MalformedItems(Malformation.MISSING_FIELD, "created_utc", 3)));
        service.collect();
        time.advance(Duration.ofHours(1));
        standIn.faults().clear();
        standIn.faults().add(FaultRule.untilCleared(Match.path("/r/"), new Fault.BannedSubreddit()));
        service.collect();
        standIn.faults().clear();
        standIn.faults().add(FaultRule.next(1, Match.subreddit("kiroIDE"), new Fault.ServerError(503)));
        service.collect();

        Map<String, Double> metrics = metrics();
        JsonNode cycles = service.json("/api/v1/collections").get("collections");
        for (String outcome : new String[]{"stored", "updated", "unchanged", "rejected"}) {
            assertThat(metrics.get("sentimentagent_items_total{outcome=\"" + outcome + "\"}")).as(outcome)
                    .isEqualTo(sum(cycles, outcome))
                    .isPositive();
        }
        assertThat(metrics.get("sentimentagent_items_fetched_total")).isEqualTo(sum(cycles, "fetched"))
                .isEqualTo(sumOf(metrics, "sentimentagent_items_total"));

        assertThat(named(metrics, "sentimentagent_cycles_total")).isEqualTo(
                Map.of("{status=\"completed\"}", 2.0, "{status=\"partial\"}", 1.0, "{status=\"failed\"}", 1.0, "{status=\"interrupted\"}",
                        0.0));
        assertThat(named(metrics, "sentimentagent_incidents_total")).isEqualTo(incidents(cycles)).isNotEmpty();
        assertThat(metrics.get("sentimentagent_reddit_requests_total")).isEqualTo(
                cycles.valueStream().mapToDouble(cycle -> cycle.get("requests").asDouble()).sum()).isPositive();
        assertThat(metrics.get("sentimentagent_reddit_limiter_wait_seconds_total")).isPositive()
                .isEqualTo(cycles.valueStream().mapToDouble(cycle -> cycle.get("limiter_wait_seconds").asDouble()).sum(), within(1e-6));
        Duration last = Duration.between(Instant.parse(cycles.get(0).get("started_at").asString()),
                Instant.parse(cycles.get(0).get("ended_at").asString()));
        assertThat(metrics.get("sentimentagent_last_cycle_duration_seconds")).isEqualTo(last.toMillis() / 1000.0, within(0.5));
        assertThat(named(metrics, "sentimentagent_job_failures_total")).isEqualTo(
                Map.of("{name=\"collection\"}", 0.0, "{name=\"trending\"}", 0.0, "{name=\"store-probe\"}", 0.0, "{name=\"retention\"}", 0.0,
                        "{name=\"store-growth\"}", 0.0,
                        "{name=\"figures\"}", 0.0, "{name=\"reanalysis\"}", 0.0, "{name=\"detection\"}", 0.0,
                        "{name=\"releases\"}", 0.0));
    }

    @Test
    void theAgeOfTheDataIsThatOfTheLastSuccessfulCycle() {
        time.advance(Duration.ofMinutes(10));
        assertThat(metrics().get("sentimentagent_data_freshness_seconds")).as("no cycle yet").isEqualTo(600);
        assertThat(metrics().get("sentimentagent_last_cycle_duration_seconds")).isNaN();
        service.collect();
        await().untilAsserted(() -> assertThat(metrics().get("sentimentagent_data_freshness_seconds")).isLessThan(60));
        time.advance(Duration.ofMinutes(46));
        assertThat(metrics().get("sentimentagent_data_freshness_seconds")).isBetween(46 * 60.0, 47 * 60.0);
    }

    @Test
    void theStoreAndTheProcessAreMeasured() {
        service.collect();
        await().untilAsserted(
                () -> assertThat(metrics().get("sentimentagent_data_version")).isEqualTo((double) service.store().dataVersion())
                        .isPositive());
        Map<String, Double> metrics = metrics();
        assertThat(metrics.get("sentimentagent_store_up")).isEqualTo(1);
        assertThat(metrics.get("sentimentagent_store_size_bytes")).isGreaterThan(4096);
        assertThat(metrics.get("process_resident_memory_bytes")).isBetween(30e6, 4e9);
        assertThat(metrics).containsKeys("jvm_threads_live_threads", "jvm_gc_memory_allocated_bytes_total", "process_files_open_files",
                "process_uptime_seconds", "process_cpu_usage");
        assertThat(sumOf(metrics, "jvm_memory_used_bytes")).isPositive();
    }

    @Test
    void requestsAreCountedByRouteAndNeverByPath() {
        service.collect();
        String post = service.json("/api/v1/posts/recent?limit=1").get(0).get("id").asString();
        service.get("/api/v1/posts/" + post);
        service.get("/api/v1/posts/doesnotexist");
        service.get("/api/v1/posts/recent?limit=nonsense");
        service.get("/api/v1/nothing/" + System.nanoTime());
        service.get("/wp-login.php");
        service.get("/health");

        // An answer is counted when its last byte is sent, which may be a moment after the client has it.
        await().untilAsserted(
                () -> assertThat(requests()).containsEntry("{route=\"none\",status=\"4xx\"}", 2.0)
                        .containsEntry("{route=\"/api/v1/posts/{id}\",status=\"2xx\"}", 1.0)
                        .containsEntry("{route=\"/api/v1/posts/{id}\",status=\"4xx\"}", 1.0)
                        .containsEntry("{route=\"/api/v1/posts/recent\",status=\"2xx\"}", 1.0)
                        .containsEntry("{route=\"/api/v1/posts/recent\",status=\"4xx\"}", 1.0)
                        .containsEntry("{route=\"/health\",status=\"2xx\"}", 1.0)
                        .containsKey("{route=\"/metrics\",status=\"2xx\"}"));
        assertThat(metrics()).hasSizeLessThan(500).containsKey(
                "sentimentagent_http_request_duration_seconds_bucket{route=\"/api/v1/posts/{id}\",status=\"2xx\",le=\"0.02\"}");
    }

    @Test
    void theAnswerIsPrometheusText() {
        HttpResponse<String> answer = service.get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body().lines())
                .allMatch(line -> line.startsWith("# HELP ") || line.startsWith("# TYPE ") || SAMPLE.matcher(line).matches());
    }

    /** {@code docs/metrics.md} tells of every metric of ours; neither it nor an alert speaks of one that is not there. */
    @Test
    void whatIsDocumentedAndAlertedOnIsThere() throws IOException {
        standIn.faults().add(FaultRule.next(1, Match.subreddit("kiroIDE"), new Fault.PrivateSubreddit()));
        service.collect();
        Set<String> ours = names(service.get("/metrics").body(), "(?m)^# TYPE (sentimentagent_\\w+)");
        Set<String> documented = names(Files.readString(Path.of("../docs/metrics.md")), "`(sentimentagent_[a-z_]+)");
        assertThat(documented).isEqualTo(ours);
        String name = "\\b((?:sentimentagent|process)_[a-z_]+?)(?:_count|_bucket)?\\b";
        Set<String> alertedOn = names(Files.readString(Path.of("../deployment/prometheus/rules.yml")), name);
        assertThat(alertedOn).hasSizeGreaterThan(8).isSubsetOf(names(service.get("/metrics").body(), "(?m)^# TYPE (\\w+)"));
    }

    private static Set<String> names(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Double> requests() {
        return named(metrics(), "sentimentagent_http_request_duration_seconds_count");
    }

    private Map<String, Double> metrics() {
        return SAMPLE.matcher(service.get("/metrics").body())
                .results()
                .collect(Collectors.toMap(sample -> sample.group(1), MetricsIT::value));
    }

    private static double value(MatchResult sample) {
        return Double.parseDouble(sample.group(2));
    }

    /** The samples of a name, by their labels. */
    private static Map<String, Double> named(Map<String, Double> metrics, String name) {
        return metrics.entrySet()
                .stream()
                .filter(sample -> sample.getKey().startsWith(name + "{"))
                .collect(Collectors.toMap(sample -> sample.getKey().substring(name.length()), Map.Entry::getValue));
    }

    private static double sumOf(Map<String, Double> metrics, String name) {
        return named(metrics, name).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double sum(JsonNode cycles, String count) {
        return cycles.valueStream().mapToDouble(cycle -> cycle.get("counts").get(count).asDouble()).sum();
    }

    private static Map<String, Double> incidents(JsonNode cycles) {
        Map<String, Double> byReason = new TreeMap<>();
        cycles.valueStream()
                .flatMap(cycle -> cycle.get("subreddits").valueStream())
                .flatMap(report -> report.get("errors").valueStream())
                .forEach(error -> byReason.merge("{reason=\"" + error.get("reason").asString() + "\"}", error.get("count").asDouble(),
                        Double::sum));
        return byReason;
    }
}
