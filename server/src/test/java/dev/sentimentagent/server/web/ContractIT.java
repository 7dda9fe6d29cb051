package dev.sentimentagent.server.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.server.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every answer is as {@code /openapi.json} describes it, has the fields that clients read, and is right about what is stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractIT {
    private static final String V1 = "/api/v1";
    private static final String TODAY = "start_date=2026-03-09&end_date=2026-03-10";

    /** Calls, and what they are asked with here; the fields that api.md gives are in {@code fields}. */
    private static final Map<String, String> ASKED = new LinkedHashMap<>();

    static {
        for (String call : new String[]{"/health", "/health/live", "/health/ready", "/metrics", V1 + "/health", V1 + "/health/live",
                V1 + "/health/ready", V1 + "/sentiment/stats?hours=48", V1 + "/sentiment/trends?granularity=day",
                V1 + "/posts/recent?hours=48",
                V1 + "/posts/{id}", V1 + "/posts/{id}/comments?limit=1", V1 + "/trending", V1 + "/subreddits", V1 + "/tools",
                V1 + "/tools/{tool_id}/sentiment?hours=48", V1 + "/tools/compare?tool_ids=cursor,claude,kiro&hours=48",
                V1 + "/tools/{tool_id}/timeseries?" + TODAY, V1 + "/tools/last_updated", "/api/hot-topics", V1 + "/hot-topics",
                "/api/hot-topics/{tool_id}/posts?limit=2", V1 + "/hot-topics/{tool_id}/posts?limit=2", V1 + "/collections", V1 + "/gaps",
                V1 + "/export?format=ndjson"}) {
            ASKED.put(call.replaceFirst("\\?.*", ""), call);
        }
    }

    private ApiFixture full;
    private ApiFixture empty;
    private String post;

    @BeforeAll
    void start(@TempDir Path folder, @TempDir Path other) {
        full = new ApiFixture(folder, Map.of());
        full.service.collect();
        full.time.advance(Duration.ofHours(2));
        full.service.collect();
        post = full.service.json(V1 + "/posts/recent?hours=48&limit=1000").valueStream()
                .filter(found -> full.service.get(V1 + "/posts/" + found.get("id").asString() + "/comments").body().length() > 2)
                .findFirst().orElseThrow().get("id").asString();
        empty = new ApiFixture(other, Map.of());
    }

    @AfterAll
    void stop() {
        full.close();
        empty.close();
    }

    private String asked(String path) {
        return requireNonNull(ASKED.get(path), path).replace("{id}", post).replace("{tool_id}", "cursor");
    }

    @Test
    void everyAnswerIsAsItIsDescribed() {
        for (ApiFixture fixture : List.of(full, empty)) {
            for (ApiFixture.Call call : fixture.calls()) {
                if (call.method().equals("GET") && !call.isStream() && !isOfOne(call)) {
                    String path = call.operation().has("security") ? call.path().replace("{tool_id}", "cursor") : asked(call.path());
                    HttpResponse<String> answer = fixture.service.get(path, "X-Admin-Token", RunningService.ADMIN_TOKEN);
                    assertThat(fixture.faults(call, answer)).as(call + " " + answer.body()).isEmpty();
                    boolean unknown = fixture == empty && call.path().startsWith(V1 + "/posts/{");
                    assertThat(answer.statusCode()).as(call.toString()).isEqualTo(unknown ? 404 : 200);
                }
            }
        }
    }

    /** Whether it is about something that only an admin makes. */
    private static boolean isOfOne(ApiFixture.Call call) {
        return call.operation().has("security") && call.path().replace("{tool_id}", "").contains("{");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/sentiment/stats | subreddit time_window_hours statistics timestamp | statistics: total positive negative neutral avg_sentiment",
            "/sentiment/trends | subreddit time_window_hours granularity statistics trend_data timestamp "
                    + "| trend_data: start end total positive negative neutral avg_sentiment collected",
            "/tools | tools | tools: id name vendor category aliases status detection_threshold created_at slug categories description metadata updated_at",
            "/tools/{tool_id}/sentiment | tool_id tool_name total_mentions positive_count negative_count neutral_count positive_percentage "
                    + "negative_percentage neutral_percentage avg_sentiment time_period | time_period: start end",
            "/tools/compare | tools deltas time_period | deltas: tool_a_id tool_b_id positive_delta negative_delta sentiment_delta",
            "/tools/{tool_id}/timeseries | tool_id tool_name time_period granularity data_points "
                    + "| data_points: date positive_count negative_count neutral_count avg_sentiment total_mentions",
            "/tools/last_updated | last_aggregation last_detection | ",
            "/hot-topics | hot_topics generated_at time_range | hot_topics: tool_id tool_name tool_slug engagement_score total_mentions "
                    + "total_comments total_upvotes sentiment_distribution",
            "/hot-topics/{tool_id}/posts | posts total has_more offset limit | posts: post_id title excerpt author subreddit created_utc "
                    + "reddit_url comment_count upvotes sentiment engagement_score",
            "/sentiment/stats | bots not_english | analysis_methods: method version items",
            "/sentiment/trends | bots not_english | analysis_methods: method version items",
            "/tools/{tool_id}/sentiment | analysis_methods | analysis_methods: method version items",
            "/tools/compare | tools | tools: analysis_methods",
            "/tools/{tool_id}/timeseries | analysis_methods | analysis_methods: method version items",
            "/hot-topics | analysis_methods | analysis_methods: method version items",
            "/hot-topics/{tool_id}/posts | posts | posts: analysis_method",
            "/subreddits | subreddits count | "})
    void fieldsAreThoseThatClientsRead(String path, String fields, String nested) {
        JsonNode answer = full.service.json(asked(V1 + path));
        assertThat(answer.propertyNames()).containsAll(List.of(fields.split(" ")));
        if (nested != null) {
            String[] field = nested.split(": ");
            JsonNode inner = answer.get(field[0]);
            JsonNode first = inner.isArray() ? inner.get(0) : inner;
            assertThat(first.propertyNames()).containsAll(List.of(field[1].split(" ")));
        }
    }

    @Test
    void whatIsListedTellsWhoHasScoredIt() {
        for (String path : List.of("/posts/recent", "/posts/{id}/comments")) {
            assertThat(full.service.json(asked(V1 + path)).get(0).propertyNames()).contains("analysis_method", "not_english");
        }
        assertThat(full.service.json(V1 + "/trending").get(0).at("/analysis_methods/0/method").asString()).isEqualTo("DEVTALK");
        JsonNode stats = full.service.json(V1 + "/sentiment/stats?hours=2160");
        assertThat(stats.at("/analysis_methods/0/method").asString()).isEqualTo("DEVTALK");
        assertThat(stats.at("/analysis_methods/0/items").asLong()).isEqualTo(stats.at("/statistics/total").asLong());
    }

    @Test
    void aToolsFiguresAddUpAndAgreeWithEachOther() {
        JsonNode cursor = full.service.json(V1 + "/tools/cursor/sentiment?hours=48");
        long total = cursor.get("total_mentions").asLong();
        assertThat(total).isPositive()
                .isEqualTo(cursor.get("positive_count").asLong() + cursor.get("negative_count").asLong()
                        + cursor.get("neutral_count").asLong());
        assertThat(cursor.get("positive_percentage").asDouble())
                .isEqualTo(Math.round(10000.0 * cursor.get("positive_count").asLong() / total) / 100.0);

        JsonNode compared = full.service.json(V1 + "/tools/compare?tool_ids=cursor,claude,cursor,kiro&hours=48");
        assertThat(compared.get("tools").get(0).get("total_mentions").asLong()).isEqualTo(total);
        assertThat(compared.get("deltas")).hasSize(3);
        JsonNode delta = compared.get("deltas").get(0);
        assertThat(delta.get("tool_a_id").asString()).isEqualTo("cursor");
        assertThat(delta.get("sentiment_delta").asDouble())
                .isEqualTo(Math.round(1e6 * (compared.get("tools").get(0).get("avg_sentiment").asDouble()
                        - compared.get("tools").get(1).get("avg_sentiment").asDouble())) / 1e6);

        for (String granularity : List.of("daily", "weekly", "monthly")) {
            JsonNode series = full.service
                    .json(V1 + "/tools/cursor/timeseries?start_date=2026-03-01&end_date=2026-03-10&granularity=" + granularity);
            long sum = series.get("data_points").valueStream().mapToLong(point -> point.get("total_mentions").asLong()).sum();
            assertThat(sum).as(granularity).isEqualTo(
                    full.service.json(V1 + "/tools/cursor/sentiment?start_date=2026-03-01&end_date=2026-03-10").get("total_mentions")
                            .asLong());
            assertThat(series.get("data_points")).allMatch(point -> point.get("total_mentions").asLong() > 0);
        }
    }

    @Test
    void hotTopicsAreRankedByTheirScore() {
        JsonNode answer = full.service.json("/api/hot-topics?time_range=30d&limit=50");
        List<Long> scores = answer.get("hot_topics").valueStream().map(topic -> topic.get("engagement_score").asLong()).toList();
        assertThat(scores).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(answer.get("hot_topics"))
                .allMatch(topic -> topic.get("engagement_score").asLong() == 10 * topic.get("total_mentions").asLong()
                        + 2 * topic.get("total_comments").asLong() + topic.get("total_upvotes").asLong()
                        && topic.get("total_mentions").asLong() >= 3);

        JsonNode all = full.service.json("/api/hot-topics/cursor/posts?limit=100");
        JsonNode second = full.service.json("/api/hot-topics/cursor/posts?limit=2&offset=1");
        assertThat(second.get("total").asLong()).isEqualTo(all.get("total").asLong());
        assertThat(second.get("has_more").asBoolean()).isTrue();
        assertThat(second.get("posts").get(0)).isEqualTo(all.get("posts").get(1));
        assertThat(all.get("posts").get(0).get("reddit_url").asString()).matches("https://reddit.com/r/\\w+/comments/\\w+");
    }

    @ParameterizedTest
    @CsvSource({
            "/tools/nothing/sentiment, 404, nothing", "/tools/cursor/sentiment?hours=0, 422, hours",
            "/tools/cursor/sentiment?start_date=2026-01-01, 422, end_date", "/tools/cursor/timeseries, 422, start_date",
            "/tools/cursor/timeseries?start_date=2026-03-02&end_date=2026-03-01, 400, start_date",
            "/tools/cursor/timeseries?start_date=2025-03-02&end_date=2026-03-01, 400, 90 days",
            "/tools/cursor/timeseries?start_date=yesterday&end_date=2026-03-01, 400, start_date",
            "/tools/cursor/timeseries?start_date=2026-02-30&end_date=2026-03-01, 400, start_date",
            "/tools/cursor/timeseries?start_date=2026-03-01&end_date=2026-03-02&granularity=hourly, 422, granularity",
            "/tools/compare, 400, tool_ids", "'/tools/compare?tool_ids=,', 400, tool_ids",
            "'/tools/compare?tool_ids=cursor,nothing', 404, nothing",
            "/hot-topics?time_range=1y, 422, time_range", "/hot-topics?limit=51, 422, limit", "/hot-topics/nothing/posts, 404, nothing",
            "/hot-topics/cursor/posts?offset=-1, 422, offset", "/export?format=xml, 422, format", "/export?tool=nothing, 404, nothing",
            "/export?from=x, 400, from", "/sentiment/stats?hours=24&hours=48, 422, hours", "/sentiment/trends?hours=2161, 422, hours"})
    void whatMakesNoSenseGetsOneClearSentence(String path, int status, String named) {
        HttpResponse<String> answer = full.service.get(V1 + path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(ApiFixture.JSON.readTree(answer.body()).get("detail").asString()).contains(named).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"hours=24&start_date=nonsense", "start_date=2026-03-09&end_date=2026-03-10", "start_date=2025-12-10&end_date=2026-03-10",
            "start_date=2026-03-09T00:00:00Z&end_date=2026-03-10T10:00:00.000Z",
            "start_date=2026-03-09T00:00:00+01:00&end_date=2026-03-10T10:00",
            "start_date=2026-03-10&end_date=2026-03-10", "start_date=2026-03-09T00:00:00%2B01:00&end_date=2026-03-10"})
    void datesComeInTheFormsThatClientsWrite(String dates) {
        HttpResponse<String> answer = full.service.get(V1 + "/tools/cursor/sentiment?" + dates);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void anEndThatIsADayIncludesIt() {
        JsonNode period = full.service.json(V1 + "/tools/cursor/sentiment?start_date=2026-03-09&end_date=2026-03-10").get("time_period");
        assertThat(period.get("start").asString()).isEqualTo("2026-03-09T00:00:00Z");
        assertThat(period.get("end").asString()).isEqualTo("2026-03-10T23:59:59Z");
    }

    @Test
    void aTrailingSlashLeadsToThePathWithoutIt() {
        HttpResponse<String> answer = full.service.get(V1 + "/sentiment/stats/?hours=3");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).hasValue(V1 + "/sentiment/stats?hours=3");
        assertThat(full.service.get("//evil.example/").statusCode()).isBetween(400, 404);
    }

    @Test
    void pagesOfOtherSitesMayReadErrorsToo() {
        String[] origin = {"Origin", "http://localhost:3000"};
        for (String path : List.of(V1 + "/tools", V1 + "/nothing", V1 + "/tools/nothing/sentiment", V1 + "/gaps?hours=x")) {
            HttpResponse<String> answer = full.service.get(path, origin);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).as(path).hasValue("http://localhost:3000");
            assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse("")).contains("ETag", "Link");
        }
    }

    @Test
    void anExportHoldsEachItemOnceOldestFirst() {
        List<JsonNode> lines = full.service.get(V1 + "/export?format=ndjson").body().lines().map(ApiFixture.JSON::readTree).toList();
        assertThat(lines).extracting(line -> line.get("created_utc").asString()).isSorted();
        assertThat(lines).extracting(line -> line.get("fullname").asString()).doesNotHaveDuplicates();
        assertThat(lines).hasSize(items());
        assertThat(full.service.get(V1 + "/export?format=ndjson&sentiment=negative&tool=cursor&subreddit=CURSOR").body().lines()
                .map(ApiFixture.JSON::readTree))
                .isNotEmpty()
                .allMatch(line -> line.get("tool_sentiments").path("cursor").asString("").equals("negative")
                        && line.get("subreddit").asString().equals("Cursor"));
        Set<String> columns = new TreeSet<>(List.of(full.service.get(V1 + "/export").body().lines().findFirst().orElseThrow().split(",")));
        assertThat(columns).isEqualTo(lines.getFirst().propertyNames().stream().collect(Collectors.toCollection(TreeSet::new)));
    }

    private int items() {
        Map<String, Long> rows = full.service.store().rowCounts();
        return Math.toIntExact(requireNonNull(rows.get("post")) + requireNonNull(rows.get("comment")));
    }

    @Test
    void thePageToTryTheApiOnKeepsToThePolicy() {
        HttpResponse<String> page = full.service.get("/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<style", " style=", " on").doesNotContainPattern("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).doesNotContain("unsafe");
        for (String file : List.of("docs.js", "swagger-ui.css", "swagger-ui-bundle.js")) {
            assertThat(page.body()).contains("/docs/" + file);
            assertThat(full.service.get("/docs/" + file).statusCode()).as(file).isEqualTo(200);
        }
        assertThat(full.service.get("/docs/package.json").statusCode()).isEqualTo(404);
    }
}
