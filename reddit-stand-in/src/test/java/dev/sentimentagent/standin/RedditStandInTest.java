package dev.sentimentagent.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.standin.StandInSettings.UnknownSubreddit;
import dev.sentimentagent.standin.World.Created;
import dev.sentimentagent.testsupport.ManualTime;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The protocol, without faults. */
class RedditStandInTest {
    private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");

    private final GeneratedWorld world = new GeneratedWorld(42, 1);
    private final ManualTime time = new ManualTime(NOW);
    private Client client = start(StandInSettings.DEFAULT);

    private Client start(StandInSettings settings) {
        try {
            return new Client(settings, world, time);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void restart(StandInSettings settings) {
        client.close();
        client = start(settings);
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void givesTokensForCredentials() throws Exception {
        HttpResponse<String> answer = client.token("stand-in", "stand-in-secret", "grant_type=client_credentials");
        assertThat(answer.headers().firstValue("content-type")).contains("application/json; charset=UTF-8");
        JsonNode token = Client.json(answer);
        assertThat(token.get("token_type").asString()).isEqualTo("bearer");
        assertThat(token.get("expires_in").asInt()).isEqualTo(86_400);
        assertThat(token.get("access_token").asString()).isNotBlank();
        HttpResponse<String> wrong = client.token("stand-in", "wrong", "grant_type=client_credentials");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(Client.json(wrong)).isEqualTo(Client.JSON.readTree("{\"message\": \"Unauthorized\", \"error\": 401}"));
        assertThat(client.token("stand-in", "stand-in-secret", "grant_type=password").statusCode()).isEqualTo(400);
        assertThat(client.send(client.request("/r/aws/new")).statusCode()).isEqualTo(401);
    }

    @Test
    void tokensExpire() throws Exception {
        time.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(client.get("/r/aws/new").statusCode()).isEqualTo(200);
        time.advance(Duration.ofSeconds(1));
        HttpResponse<String> expired = client.get("/r/aws/new");
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(expired.headers().firstValue("www-authenticate"))
                .hasValueSatisfying(value -> assertThat(value).contains("invalid_token"));
        client.authorize();
        assertThat(client.get("/r/aws/new").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesToTheCapWithoutHolesOrDuplicates() throws Exception {
        for (ItemKind kind : ItemKind.values()) {
            String path = "/r/Cursor/" + (kind == ItemKind.POST ? "new" : "comments");
            List<String> paged = client.page(path, 100);
            assertThat(paged).hasSize(1000).doesNotHaveDuplicates().isEqualTo(world.newest("Cursor", kind, NOW, 1000));
            // No hole: all that was created since the last one is there, but for what is gone.
            Instant oldest = world.state(paged.getLast(), NOW).orElseThrow().createdUtc();
            Set<String> listed = new HashSet<>(paged);
            List<Created> missing = world.createdWithin(kind, new Window(oldest.plusSeconds(1), NOW.plusSeconds(1)))
                    .filter(item -> world.state(item.fullname(), NOW).orElseThrow().subreddit().equals("Cursor"))
                    .filter(item -> !listed.contains(item.fullname()))
                    .toList();
            assertThat(missing).allSatisfy(item -> assertThat(world.state(item.fullname(), NOW).orElseThrow().gone()).isTrue());
            assertThat(missing).hasSizeLessThan(40);
        }
    }

    @Test
    void listsNewestFirstWithTheFormOfReddit() throws Exception {
        JsonNode listing = client.getJson("/r/claude/new?limit=7&raw_json=1");
        assertThat(listing.get("kind").asString()).isEqualTo("Listing");
        assertThat(listing.get("data").get("dist").asInt()).isEqualTo(7);
        assertThat(Client.after(listing)).isEqualTo(Client.names(listing).getLast());
        List<JsonNode> posts = Client.children(listing);
        assertThat(posts.stream().map(post -> post.get("created_utc").asDouble()).toList())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(client.get("/r/claude/new?limit=1").body()).containsPattern("\"created_utc\":\\d{10}\\.0,");
        JsonNode post = posts.getFirst();
        assertThat(post.get("subreddit").asString()).isEqualTo("claude");
        assertThat(post.get("name").asString()).isEqualTo("t3_" + post.get("id").asString());
        assertThat(post.get("permalink").asString()).startsWith("/r/claude/comments/" + post.get("id").asString() + "/");
        for (String field : List.of("title", "selftext", "author", "score", "num_comments", "url", "edited", "removed_by_category",
                "is_self")) {
            assertThat(post.has(field)).as(field).isTrue();
        }
        JsonNode comment = Client.children(client.getJson("/r/CLAUDE/comments.json")).getFirst();
        for (String field : List.of("body", "author", "link_id", "parent_id", "permalink", "score", "edited", "is_submitter")) {
            assertThat(comment.has(field)).as(field).isTrue();
        }
        assertThat(Client.names(client.getJson("/r/claude/new"))).hasSize(25);
        assertThat(Client.names(client.getJson("/r/claude/new?limit=5000"))).hasSize(100);
    }

    @Test
    void escapesTextUnlessAskedNotTo() throws Exception {
        List<String> raw = bodies("/r/ChatGPTCoding/comments?limit=100&raw_json=1");
        List<String> escaped = bodies("/r/ChatGPTCoding/comments?limit=100");
        assertThat(raw).anySatisfy(body -> assertThat(body).contains(">")).noneSatisfy(body -> assertThat(body).contains("&gt;"));
        assertThat(escaped).noneSatisfy(body -> assertThat(body).contains(">"));
        assertThat(escaped.stream().map(body -> body.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).toList())
                .isEqualTo(raw);
    }

    private List<String> bodies(String path) throws Exception {
        return Client.children(client.getJson(path)).stream().map(comment -> comment.get("body").asString()).toList();
    }

    @Test
    void showsNewItemsAsTheClockMoves() throws Exception {
        List<String> before = client.page("/r/OpenAI/comments", 100);
        time.advance(Duration.ofHours(2));
        List<String> after = client.page("/r/OpenAI/comments", 100);
        int fresh = after.indexOf(before.getFirst());
        assertThat(fresh).isPositive();
        assertThat(after.subList(0, fresh)).allSatisfy(name -> assertThat(world.state(name, NOW)).isEmpty());
        // The old ones follow as before, but for those gone since.
        Set<String> still = new HashSet<>(after);
        assertThat(before.stream().filter(still::contains).toList()).isEqualTo(after.subList(fresh, after.size()));
    }

    @Test
    void looseOrderKeepsTheItems() throws Exception {
        List<String> strict = client.page("/r/Cursor/new", 100);
        restart(StandInSettings.DEFAULT.withLooseOrder(true));
        List<String> loose = client.page("/r/Cursor/new", 100);
        assertThat(loose).isNotEqualTo(strict).containsExactlyInAnyOrderElementsOf(strict);
        time.advance(Duration.ofHours(3));
        List<String> later = client.page("/r/Cursor/new", 100);
        assertThat(later.indexOf(loose.get(300))).isGreaterThan(300);
    }

    @Test
    void aPageGoesOnWhereAnItemThatIsGoneWas() throws Exception {
        JsonNode first = client.getJson("/r/Cursor/new?limit=100");
        String gone = world.createdWithin(ItemKind.POST, Window.ending(NOW, Duration.ofDays(10)))
                .map(item -> world.state(item.fullname(), NOW).orElseThrow())
                .filter(item -> item.subreddit().equals("Cursor") && item.gone())
                .map(Snapshot::fullname)
                .filter(name -> !Client.names(first).contains(name))
                .findFirst()
                .orElseThrow();
        Instant created = world.state(gone, NOW).orElseThrow().createdUtc();
        List<JsonNode> next = Client.children(client.getJson("/r/Cursor/new?limit=5&after=" + gone));
        assertThat(next).hasSize(5)
                .allSatisfy(post -> assertThat(post.get("created_utc").asLong()).isLessThanOrEqualTo(created.getEpochSecond()));
    }

    @Test
    void infoGivesTheStateOfUpToAHundredItems() throws Exception {
        List<String> names = client.page("/r/windsurf/comments", 100).subList(0, 100);
        JsonNode info = client.getJson("/api/info?raw_json=1&id=" + String.join(",", names));
        assertThat(Client.names(info)).isEqualTo(names);
        assertThat(Client.names(client.getJson("/api/info?id=" + names.get(3) + ",t3_zzzzzzzz,t1_0,nonsense")))
                .containsExactly(names.get(3));
        assertThat(client.get("/api/info?id=" + String.join(",", names) + ",t3_1").statusCode()).isEqualTo(400);
        assertThat(Client.names(client.getJson("/api/info"))).isEmpty();
    }

    @Test
    void unknownSubredditsAreSearchedFor() throws Exception {
        HttpResponse<String> search = client.get("/r/nosuchplace/new");
        assertThat(search.statusCode()).isEqualTo(302);
        assertThat(search.headers().firstValue("location")).contains(client.standIn.baseUrl() + "/subreddits/search?q=nosuchplace");
        assertThat(Client.names(client.getJson("/subreddits/search?q=nosuchplace"))).isEmpty();
        restart(StandInSettings.DEFAULT.withUnknownSubreddit(UnknownSubreddit.NOT_FOUND));
        HttpResponse<String> missing = client.get("/r/nosuchplace/new");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(Client.json(missing).get("reason").asString()).isEqualTo("banned");
        assertThat(client.get("/r/aws/hot").statusCode()).isEqualTo(404);
    }

    @Test
    void countsRequestsInWindowsOfTenMinutes() throws Exception {
        restart(StandInSettings.DEFAULT.withRequestBudget(3));
        time.set(Instant.parse("2026-11-18T15:03:20Z"));
        HttpResponse<String> first = client.get("/r/aws/new");
        assertThat(header(first, "x-ratelimit-used")).isEqualTo("1");
        assertThat(header(first, "x-ratelimit-remaining")).isEqualTo("2.0");
        assertThat(header(first, "x-ratelimit-reset")).isEqualTo("400");
        assertThat(client.get("/r/aws/comments").statusCode()).isEqualTo(200);
        assertThat(header(client.get("/api/info?id=t3_1"), "x-ratelimit-remaining")).isEqualTo("0.0");
        HttpResponse<String> refused = client.get("/r/aws/new");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "retry-after")).isEqualTo("400");
        time.advance(Duration.ofSeconds(400));
        assertThat(header(client.get("/r/aws/new"), "x-ratelimit-used")).isEqualTo("1");
        assertThat(client.standIn.requests()).isEqualTo(6);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    @Test
    void tellsItsClockAndStatistics() throws Exception {
        client.getJson("/r/aws/new");
        client.get("/r/nosuchplace/new");
        assertThat(Client.json(client.get("/stand-in/clock")).get("now").asString()).isEqualTo(NOW.toString());
        JsonNode stats = Client.json(client.get("/stand-in/stats"));
        assertThat(stats.get("requests").asLong()).isEqualTo(3);
        assertThat(stats.get("endpoints").get("NEW").asLong()).isEqualTo(2);
        assertThat(stats.get("statuses").get("302").asLong()).isEqualTo(1);
        assertThat(client.get("/stand-in/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void servesTheSameAfterARestart() throws Exception {
        String before = client.get("/r/programming/comments?limit=100").body();
        client.close();
        client = new Client(StandInSettings.DEFAULT, new GeneratedWorld(42, 1), time);
        assertThat(client.get("/r/programming/comments?limit=100").body()).isEqualTo(before);
    }

    @Test
    void takesTheLowestCap() throws Exception {
        restart(StandInSettings.DEFAULT.withListingCap(130));
        assertThat(client.page("/r/claude/comments", 100)).hasSize(130);
        assertThat(client.page("/r/claude/comments", 100).stream().collect(Collectors.toSet())).hasSize(130);
    }
}
