package dev.sentimentagent.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.standin.FaultRule.Match;
import dev.sentimentagent.testsupport.ManualTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Each fault as a client sees it. */
class FaultsTest {
    private static final String NEW = "/r/Cursor/new?limit=100&raw_json=1";
    private static final String COMMENTS = "/r/Cursor/comments?limit=100&raw_json=1";

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-18T15:00:00Z"));
    private final GeneratedWorld world = new GeneratedWorld(42, 1);
    private Client client;
    private Faults faults;

    @BeforeEach
    void start() throws Exception {
        client = new Client(StandInSettings.DEFAULT, world, time);
        faults = client.standIn.faults();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    private HttpResponse<String> next(Fault fault) throws Exception {
        return next(fault, NEW);
    }

    private HttpResponse<String> next(Fault fault, String path) throws Exception {
        faults.add(FaultRule.next(1, Match.ANY, fault));
        HttpResponse<String> answer = client.get(path);
        assertThat(faults.active()).isEmpty();
        return answer;
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("content-type").orElseThrow();
    }

    @Test
    void tooManyRequestsWithAndWithoutRetryAfter() throws Exception {
        HttpResponse<String> with = next(new Fault.RateLimited(Duration.ofSeconds(4)));
        assertThat(with.statusCode()).isEqualTo(429);
        assertThat(with.headers().firstValue("retry-after")).contains("4");
        assertThat(type(with)).startsWith("text/html");
        HttpResponse<String> without = next(new Fault.RateLimited(null));
        assertThat(without.statusCode()).isEqualTo(429);
        assertThat(without.headers().firstValue("retry-after")).isEmpty();
        assertThat(Client.json(without)).isEqualTo(Client.JSON.readTree("{\"message\": \"Too Many Requests\", \"error\": 429}"));
    }

    @Test
    void serverErrorsAreHtml() throws Exception {
        for (int status : new int[]{500, 502, 503, 504, 520, 522}) {
            HttpResponse<String> answer = next(new Fault.ServerError(status));
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains("<html>");
        }
        HttpResponse<String> page = next(new Fault.HtmlInsteadOfJson());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(type(page)).startsWith("text/html");
    }

    @Test
    void closedSubreddits() throws Exception {
        HttpResponse<String> closed = next(new Fault.PrivateSubreddit());
        assertThat(closed.statusCode()).isEqualTo(403);
        assertThat(closed.body()).isEqualTo("{\"reason\": \"private\", \"message\": \"Forbidden\", \"error\": 403}");
        HttpResponse<String> banned = next(new Fault.BannedSubreddit());
        assertThat(banned.statusCode()).isEqualTo(404);
        assertThat(banned.body()).isEqualTo("{\"reason\": \"banned\", \"message\": \"Not Found\", \"error\": 404}");
        HttpResponse<String> quarantined = next(new Fault.QuarantinedSubreddit());
        assertThat(quarantined.statusCode()).isEqualTo(403);
        assertThat(Client.json(quarantined).get("reason").asString()).isEqualTo("quarantined");
        HttpResponse<String> renamed = next(new Fault.RenamedSubreddit("claude"), COMMENTS);
        assertThat(renamed.statusCode()).isEqualTo(302);
        assertThat(renamed.headers().firstValue("location")).contains(client.standIn.baseUrl() + "/r/claude/comments");
    }

    @Test
    void hangsUntilTheClientGivesUp() throws Exception {
        faults.add(FaultRule.next(1, Match.ANY, new Fault.Hang()));
        assertThatThrownBy(() -> client.get(NEW, Duration.ofMillis(300))).isInstanceOf(HttpTimeoutException.class);
        assertThat(client.get(NEW).statusCode()).isEqualTo(200);
    }

    @Test
    void dripsByteByByte() throws Exception {
        faults.add(FaultRule.next(1, Match.path("/r/JulesAgent"), new Fault.SlowDrip(Duration.ofMillis(20))));
        try (Socket socket = raw("/r/JulesAgent/new?limit=1")) {
            InputStream in = socket.getInputStream();
            String head = readHead(in);
            assertThat(head).startsWith("HTTP/1.1 200");
            long start = System.nanoTime();
            assertThat(in.readNBytes(10)).hasSize(10);
            // Ten bytes are followed by ten pauses but for the last: an answer at once would take none of that time.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(120));
        }
    }

    @Test
    void dripsTheWholeBodyInTheEnd() throws Exception {
        String whole = client.get("/r/JulesAgent/new?limit=1").body();
        faults.add(FaultRule.next(1, Match.ANY, new Fault.SlowDrip(Duration.ofNanos(1))));
        assertThat(client.get("/r/JulesAgent/new?limit=1").body()).isEqualTo(whole);
    }

    @Test
    void resetsInTheMiddleOfTheBody() throws Exception {
        faults.add(FaultRule.next(2, Match.path("/r/"), new Fault.ResetInBody()));
        assertThatIOException().isThrownBy(() -> client.get(NEW));
        try (Socket socket = raw(NEW)) {
            InputStream in = socket.getInputStream();
            assertThatThrownBy(() -> {
                readHead(in);
                in.readAllBytes();
            }).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
        assertThat(client.get(NEW).statusCode()).isEqualTo(200);
    }

    @Test
    void truncatesTheBody() throws Exception {
        faults.add(FaultRule.next(2, Match.path("/r/"), new Fault.TruncatedBody()));
        assertThatIOException().isThrownBy(() -> client.get(NEW)).withMessageContaining("content-length");
        try (Socket socket = raw(NEW)) {
            InputStream in = socket.getInputStream();
            String head = readHead(in);
            int announced = Integer.parseInt(head.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
            assertThat(in.readAllBytes()).hasSize(announced / 2);
        }
        assertThat(client.get(NEW).statusCode()).isEqualTo(200);
    }

    /** A request by hand, with a token of its own. */
    private Socket raw(String path) throws Exception {
        String token = Client.json(client.token("stand-in", "stand-in-secret", "grant_type=client_credentials")).get("access_token")
                .asString();
        Socket socket = new Socket(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), client.standIn.baseUrl().getPort());
        String head = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    @Test
    void breaksTheJson() throws Exception {
        HttpResponse<String> broken = next(new Fault.BrokenJson());
        assertThat(broken.statusCode()).isEqualTo(200);
        assertThat(type(broken)).startsWith("application/json");
        assertThatThrownBy(() -> Client.json(broken)).isInstanceOf(JacksonException.class);
    }

    @Test
    void emptiesShortensAndRepeatsListings() throws Exception {
        JsonNode empty = Client.json(next(new Fault.EmptyListing()));
        assertThat(Client.names(empty)).isEmpty();
        assertThat(Client.after(empty)).isNull();
        faults.add(FaultRule.untilCleared(Match.ANY, new Fault.ShortListing(150)));
        assertThat(client.page("/r/Cursor/new", 100)).hasSize(150);
        faults.clear();
        faults.add(FaultRule.untilCleared(Match.ANY, new Fault.RepeatedPage()));
        JsonNode first = client.getJson(NEW);
        assertThat(Client.after(first)).isNotNull();
        JsonNode second = client.getJson(NEW + "&after=" + Client.after(first));
        assertThat(Client.names(second)).isEqualTo(Client.names(first));
        assertThat(Client.after(second)).isEqualTo(Client.after(first));
    }

    @Test
    void oldItemsResurface() throws Exception {
        List<String> all = client.page("/r/Cursor/new", 100);
        List<String> names = Client.names(Client.json(next(new Fault.ResurfacedItems(3))));
        assertThat(names.subList(0, 3)).isEqualTo(all.subList(all.size() - 3, all.size()));
        assertThat(names.subList(3, names.size())).isEqualTo(all.subList(0, 100));
    }

    @ParameterizedTest
    @EnumSource
    void someItemsAreMalformed(Malformation how) throws Exception {
        List<String> whole = Client.names(client.getJson(COMMENTS));
        String body = next(new Fault.MalformedItems(how, "author", 10), COMMENTS).body();
        List<JsonNode> children = new ArrayList<>();
        Client.JSON.readTree(body).get("data").get("children").forEach(children::add);
        assertThat(children).hasSize(100);
        for (int i = 0; i < children.size(); i++) {
            JsonNode data = children.get(i).get("data");
            boolean asDocumented = data.isObject() && data.path("author").isString() && data.get("body").asString().length() < 100_000
                    && data.get("body").asString().indexOf('\0') < 0;
            assertThat(asDocumented).as("%s at %s", how, i).isEqualTo(i % 10 != 0);
            if (asDocumented) {
                assertThat(data.get("name").asString()).isEqualTo(whole.get(i));
            }
        }
        if (how == Malformation.NUL_AND_LONE_SURROGATE) {
            assertThat(body).contains("\"\\u0000\\ud83d");
        }
    }

    @Test
    void revokesTokensAndRefusesCredentials() throws Exception {
        assertThat(next(new Fault.TokensRevoked()).statusCode()).isEqualTo(401);
        assertThat(client.get(NEW).statusCode()).isEqualTo(401);
        client.authorize();
        assertThat(client.get(NEW).statusCode()).isEqualTo(200);
        faults.add(FaultRule.next(1, Match.ANY, new Fault.WrongCredentials()));
        assertThat(client.get(NEW).statusCode()).isEqualTo(200);
        assertThat(client.token("stand-in", "stand-in-secret", "grant_type=client_credentials").statusCode()).isEqualTo(401);
        client.authorize();
    }

    @Test
    void rulesMatchByPathAndSubredditAndSchedule() throws Exception {
        faults.add(FaultRule.untilCleared(Match.subreddit("AWS"), new Fault.ServerError(503)));
        faults.add(FaultRule.next(2, Match.path("/api/info"), new Fault.ServerError(502)));
        faults.add(FaultRule.everyNth(3, Match.path("/r/claude/"), new Fault.ServerError(500)));
        assertThat(statuses("/r/aws/new", 3)).containsExactly(503, 503, 503);
        assertThat(statuses("/api/info?id=t3_1", 3)).containsExactly(502, 502, 200);
        assertThat(statuses("/r/claude/new?limit=1", 6)).containsExactly(200, 200, 500, 200, 200, 500);
        assertThat(faults.active()).extracting(Faults.Status::struck).containsExactly(3L, 2L);
        faults.clear();
        assertThat(statuses("/r/aws/new", 1)).containsExactly(200);
    }

    @Test
    void chanceIsRepeatable() throws Exception {
        List<List<Integer>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            long id = faults.add(FaultRule.randomly(0.5, 7, Match.ANY, new Fault.ServerError(500)));
            runs.add(statuses("/r/JulesAgent/new?limit=1", 30));
            assertThat(faults.remove(id)).isTrue();
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).contains(200, 500);
    }

    private List<Integer> statuses(String path, int number) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            statuses.add(client.get(path).statusCode());
        }
        return statuses;
    }

    @Test
    void canBeScriptedOverHttp() throws Exception {
        String rule = """
                {"match": {"path": "/r/", "subreddit": "claude"}, "schedule": {"type": "Next", "count": 1},
                 "fault": {"type": "RateLimited", "retryAfter": "PT5S"}}""";
        HttpResponse<String> added = client.send(client.request("/stand-in/faults").POST(HttpRequest.BodyPublishers.ofString(rule)));
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(faults.active()).singleElement().satisfies(status -> assertThat(status.rule())
                .isEqualTo(FaultRule.next(1, new Match("/r/", "claude"), new Fault.RateLimited(Duration.ofSeconds(5)))));
        assertThat(Client.json(client.get("/stand-in/faults")).get(0).get("rule").get("fault").get("type").asString())
                .isEqualTo("RateLimited");
        assertThat(client.get("/r/claude/new").headers().firstValue("retry-after")).contains("5");
        faults.add(FaultRule.untilCleared(Match.ANY, new Fault.Hang()));
        assertThat(client.send(client.request("/stand-in/faults").DELETE()).statusCode()).isEqualTo(200);
        assertThat(faults.active()).isEmpty();
        assertThat(Client.json(client.get("/stand-in/stats")).get("faults").get("RateLimited").asInt()).isEqualTo(1);
        for (String bad : List.of("nonsense", "{}", "null", rule.replace("RateLimited", "Nothing"), rule.replace("1}", "0}"))) {
            HttpResponse<String> refused = client.send(client.request("/stand-in/faults").POST(HttpRequest.BodyPublishers.ofString(bad)));
            assertThat(refused.statusCode()).as(bad).isEqualTo(400);
            assertThat(Client.json(refused).get("detail").asString()).startsWith("not a rule");
        }
    }
}
