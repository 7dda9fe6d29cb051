package dev.sentimentagent.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.standin.World;
import dev.sentimentagent.testsupport.ManualTime;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The main job, end to end: the real service collects over HTTP, stores in a real file and answers over HTTP. */
class ServiceIT {
    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");
    private static final String SUBREDDITS = "Cursor,claude,kiroIDE";

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime(START);
    private final GeneratedWorld world = new GeneratedWorld(7, 1);
    private RedditStandIn standIn;
    private RunningService service;

    @BeforeEach
    void start() {
        standIn = RedditStandIn.start(StandInSettings.DEFAULT, world, time);
        service = startService();
    }

    private RunningService startService() {
        return RunningService.start(folder.resolve("test.db"), standIn, SUBREDDITS, time, Map.of());
    }

    @AfterEach
    void stop() {
        service.close();
        standIn.close();
    }

    @Test
    void anEmptyStoreAnswersWithZeros() {
        assertThat(service.json("/api/v1/sentiment/stats").get("statistics").get("total").asInt()).isZero();
        assertThat(service.json("/api/v1/posts/recent")).isEmpty();
        assertThat(service.json("/api/v1/trending")).isEmpty();
        assertThat(service.json("/api/v1/collections").get("count").asInt()).isZero();
        assertThat(service.json("/api/v1/gaps").get("count").asInt()).isZero();
        assertThat(service.json("/api/v1/subreddits").get("subreddits")).hasSize(3);
        assertThat(service.json("/api/v1/sentiment/trends").get("trend_data")).hasSize(168)
                .noneMatch(bucket -> bucket.get("collected").asBoolean());
        assertThat(service.get("/?wait=1").body()).contains("No data yet");
        JsonNode health = service.json("/api/v1/health");
        assertThat(health.get("status").asString()).isEqualTo("healthy");
        assertThat(health.get("application").get("last_collection_at").isNull()).isTrue();
    }

    @Test
    void cyclesCollectWhatIsNewAndTheCountsAddUp() {
        JsonNode first = service.collect();
        assertThat(first.get("status").asString()).isEqualTo("completed");
        assertThat(first.get("id").asString()).isEqualTo("cycle_20260310_120000");
        assertThat(first.get("counts").get("stored").asInt()).isPositive();
        assertAddsUp(first);

        time.advance(Duration.ofHours(2));
        JsonNode second = service.collect();
        assertAddsUp(second);
        assertThat(second.get("counts").get("stored").asInt()).isPositive().isLessThan(first.get("counts").get("stored").asInt());

        Window between = new Window(START, time.instant());
        for (ItemKind kind : ItemKind.values()) {
            long visible = world.createdWithin(kind, between)

                    .map(World.Created::fullname)
                    .filter(name -> SUBREDDITS.contains(world.state(name, between.end()).orElseThrow().subreddit()))
                    .filter(name -> !world.state(name, between.end()).orElseThrow().gone())
                    .count();
            assertThat(service.store().items().count(between).getOrDefault(kind, 0L)).isEqualTo(visible);
        }
    }

    @Test
    void statisticsEqualARecountOfTheStoredItems() {
        service.collect();
        JsonNode statistics = service.json("/api/v1/sentiment/stats?hours=48").get("statistics");
        Window window = Window.ending(time.instant(), Duration.ofHours(48));
        long stored = service.store().items().count(window).values().stream().mapToLong(Long::longValue).sum();
        assertThat(statistics.get("total").asLong()).isEqualTo(stored).isPositive();
        assertThat(statistics.get("positive").asLong() + statistics.get("negative").asLong() + statistics.get("neutral").asLong())
                .isEqualTo(stored);
        assertThat(statistics.get("avg_sentiment").asDouble()).isBetween(-1.0, 1.0);

        JsonNode trends = service.json("/api/v1/sentiment/trends?hours=48");
        assertThat(trends.get("granularity").asString()).isEqualTo("hour");
        assertThat(trends.get("trend_data").valueStream().mapToLong(bucket -> bucket.get("total").asLong()).sum()).isEqualTo(stored);
        assertThat(trends.get("trend_data").valueStream().mapToLong(bucket -> bucket.get("positive").asLong()).sum())
                .isEqualTo(statistics.get("positive").asLong());
        assertThat(service.json("/api/v1/sentiment/trends?hours=720").get("granularity").asString()).isEqualTo("day");

        long bySubreddit = 0;
        for (String subreddit : SUBREDDITS.split(",")) {
            bySubreddit += service.json("/api/v1/sentiment/stats?hours=48&subreddit=" + subreddit.toUpperCase(Locale.ROOT))
                    .get("statistics").get("total").asLong();
        }
        assertThat(bySubreddit).isEqualTo(stored);
    }

    @Test
    void postsAreListedPagedAndShownOneByOne() {
        service.collect();
        HttpResponse<String> firstPage = service.get("/api/v1/posts/recent?limit=5&hours=2160");
        String link = firstPage.headers().firstValue("Link").orElseThrow();
        assertThat(link).endsWith("; rel=\"next\"");
        JsonNode all = service.json("/api/v1/posts/recent?limit=1000&hours=2160");
        JsonNode next = service.json(link.substring(1, link.indexOf('>')));
        assertThat(next.get(0)).isEqualTo(all.get(5));
        assertThat(all.get(0).propertyNames()).containsExactly(
                "id",
                "subreddit",
                "author",
                "title",
                "content",
                "url",
                "created_utc",
                "upvotes",
                "comment_count",
                "collected_at",
                "sentiment",
                "compound_score",
                "analysis_method",
                "not_english");
        String id = all.get(0).get("id").asString();
        JsonNode one = service.json("/api/v1/posts/" + id);
        assertThat(one.get("title")).isEqualTo(all.get(0).get("title"));
        assertThat(one.get("score").get("analysis_method").asString()).isEqualTo("DEVTALK");
        assertThat(one.get("tools").isArray()).isTrue();
        assertThat(one.get("permalink").asString()).startsWith("https://www.reddit.com/r/");
        assertThat(service.get("/api/v1/posts/" + id + "/comments").statusCode()).isEqualTo(200);
        assertThat(service.get("/api/v1/posts/" + id + "?subreddit=elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void topicsAreComputedAfterTheCycle() {
        service.collect();
        await().untilAsserted(() -> assertThat(service.json("/api/v1/trending")).isNotEmpty());
        JsonNode topic = service.json("/api/v1/trending?limit=1").get(0);
        assertThat(topic.propertyNames()).containsExactly(
                "id",
                "post_ids",
                "theme",
                "keywords",
                "engagement_velocity",
                "sentiment_distribution",
                "peak_time",
                "created_at",
                "analysis_methods");
        assertThat(service.get("/api/v1/posts/" + topic.get("post_ids").get(0).asString()).statusCode()).isEqualTo(200);
    }

    @Test
    void topicsOfDataThatWasImportedComeWithoutACycle() {
        service.collect();
        await().untilAsserted(() -> assertThat(service.json("/api/v1/trending")).isNotEmpty());
        service.store().topics().replace(List.of());
        service.close();
        service = startService();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(service.json("/api/v1/trending")).isNotEmpty());
        assertThat(service.json("/api/v1/collections").get("collections")).hasSize(1);
    }

    @Test
    void afterARestartTheSameHistoryIsServedAtOnce() {
        service.collect();
        await().untilAsserted(() -> assertThat(service.json("/api/v1/trending")).isNotEmpty());
        JsonNode statistics = service.json("/api/v1/sentiment/stats").get("statistics");
        JsonNode recent = service.json("/api/v1/posts/recent");
        JsonNode topics = service.json("/api/v1/trending");
        JsonNode lastCollection = service.json("/health").get("application").get("last_collection_at");

        service.close();
        service = startService();
        assertThat(service.json("/api/v1/sentiment/stats").get("statistics")).isEqualTo(statistics);
        assertThat(service.json("/api/v1/posts/recent")).isEqualTo(recent);
        assertThat(service.json("/api/v1/trending")).isEqualTo(topics);
        assertThat(service.json("/health").get("application").get("last_collection_at")).isEqualTo(lastCollection);
    }

    @Test
    void deletedItemsAreScrubbedAndVotesRefreshed() {
        service.collect();
        Instant seen = time.instant();
        time.advance(Duration.ofHours(30));
        service.collect();
        // Whatever was deleted of the posts that were young enough to be refreshed is gone from the store.
        long left = world.createdWithin(ItemKind.POST, new Window(seen.minus(Duration.ofHours(15)), seen))
                .map(World.Created::fullname)
                .filter(name -> service.store().items().find(name).isPresent())
                .peek(name -> {
                    var now = world.state(name, time.instant()).orElseThrow();
                    var stored = service.store().items().find(name).orElseThrow().item();
                    assertThat(stored.deleted()).as(name).isEqualTo(now.gone());
                    assertThat(stored.text().isEmpty()).as(name).isEqualTo(now.gone());
                })
                .count();
        assertThat(left).isGreaterThan(5);
        Window all = new Window(Instant.EPOCH, time.instant().plusSeconds(3600));
        assertThat(service.store().statistics().rollups(all).list())
                .containsExactlyInAnyOrderElementsOf(service.store().statistics().recount(all));
    }

    @Test
    void unchangedDataIsNotSentTwice() {
        service.collect();
        HttpResponse<String> first = service.get("/api/v1/sentiment/stats");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = service.get("/api/v1/sentiment/stats", "If-None-Match", etag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        time.advance(Duration.ofHours(1));
        service.collect();
        assertThat(service.get("/api/v1/sentiment/stats", "If-None-Match", etag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
            "/api/v1/sentiment/stats?hours=0, 422, hours",
            "/api/v1/sentiment/stats?hours=2161, 422, hours",
            "/api/v1/sentiment/stats?hours=ten, 422, hours",
            "/api/v1/sentiment/stats?subreddit=a/b, 422, subreddit",
            "/api/v1/sentiment/trends?granularity=year, 422, granularity",
            "/api/v1/posts/recent?limit=1001, 422, limit",
            "/api/v1/posts/recent?cursor=nonsense, 422, cursor",
            "/api/v1/posts/doesnotexist, 404, doesnotexist",
            "/api/v1/posts/doesnotexist/comments, 404, doesnotexist",
            "/api/v1/trending?limit=101, 422, limit",
            "/api/v1/gaps?hours=-1, 422, hours",
            "/api/v1/nothing, 404, /api/v1/nothing"})
    void badRequestsGetOneClearSentence(String path, int status, String named) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).startsWith("{\"detail\":\"").contains(named).doesNotContain("Exception");
    }

    @Test
    void adminCallsNeedTheToken() {
        assertThat(service.post("/api/v1/admin/collect").statusCode()).isEqualTo(401);
        assertThat(service.post("/api/v1/admin/collect", "X-Admin-Token", "guess").statusCode()).isEqualTo(403);
        assertThat(service.json("/api/v1/collections").get("count").asInt()).isZero();
        service.close();
        service = RunningService.start(folder.resolve("test.db"), standIn, SUBREDDITS, time, Map.of("ADMIN_TOKEN", ""));
        assertThat(service.post("/api/v1/admin/collect", "X-Admin-Token", "").statusCode()).isEqualTo(403);
    }

    @Test
    void pagesOfNamedSitesMayReadTheApiAndOthersMayNot() {
        service.close();
        service = RunningService
                .start(folder.resolve("test.db"), standIn, SUBREDDITS, time,
                        Map.of("API_CORS_ORIGINS", "https://a.example, https://b.example"));
        assertThat(service.get("/api/v1/subreddits", "Origin", "https://b.example").headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://b.example");
        assertThat(service.get("/api/v1/subreddits", "Origin", "https://c.example").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(service.get("/api/v1/subreddits").headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void thePageShowsStatisticsAndPostsUnderAStrictPolicy() {
        service.collect();
        HttpResponse<String> page = service.get("/?wait=1");
        assertThat(page.body()).contains("r/Cursor", "Newest posts", "95 % interval").doesNotContain("is invented", "No data yet");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(service.get("/assets/style.css").headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
    }

    @Test
    void thePageTellsAQuietDayFromAnEmptyStore() {
        service.collect();
        time.advance(Duration.ofDays(2));
        assertThat(service.get("/?range=24h&wait=1").body()).contains("was collected in the last 24 hours", "<table")
                .doesNotContain("No data yet");
    }

    @Test
    void liveAndReady() {
        assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(service.get("/health").statusCode()).isEqualTo(200);
    }

    private static void assertAddsUp(JsonNode cycle) {
        for (JsonNode report : cycle.get("subreddits")) {
            JsonNode counts = report.get("counts");
            assertThat(counts.get("fetched").asLong()).as(report.get("subreddit").asString())
                    .isEqualTo(
                            counts.get("stored").asLong()
                                    + counts.get("updated").asLong()
                                    + counts.get("unchanged").asLong()
                                    + counts.get("rejected").asLong());
        }
    }
}
