package dev.sentimentagent.reddit;

import static dev.sentimentagent.reddit.HostileReddit.EMPTY_LISTING;
import static dev.sentimentagent.reddit.HostileReddit.html;
import static dev.sentimentagent.reddit.HostileReddit.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.store.RetryPolicy;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpRedditClientTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    /** So long that no machine is too busy. */
    private static final Duration LONG = Duration.ofSeconds(20);

    private final VirtualTime time = new VirtualTime();
    private HostileReddit reddit;
    private HttpRedditClient client;

    @BeforeEach
    void open() throws IOException {
        reddit = new HostileReddit();
        client = client(reddit.uri(), LONG);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        reddit.close();
    }

    private HttpRedditClient client(URI uri, Duration requestTimeout) {
        RedditSettings settings = new RedditSettings(uri, uri, "id", "s3cret", "linux:dev.sentimentagent:0 (by /u/nobody)",
                Duration.ofSeconds(2), requestTimeout, Duration.ofMinutes(5), new RetryPolicy(3, Duration.ofSeconds(1)));
        return new HttpRedditClient(settings, time, new Random(1));
    }

    private void beHasty() {
        client.close();
        client = client(reddit.uri(), SHORT);
    }

    private Fetch fetch() throws InterruptedException {
        return client.listing("Cursor", Listing.NEW, null);
    }

    private static String post(String id) {
        return "{\"kind\":\"t3\",\"data\":{\"id\":\"" + id + "\",\"subreddit\":\"Cursor\",\"title\":\"T\",\"created_utc\":1768000000.0}}";
    }

    private static String listing(String after, String... children) {
        return "{\"kind\":\"Listing\",\"data\":{\"after\":" + after + ",\"children\":[" + String.join(",", children) + "]}}";
    }

    @Test
    void asksAsRedditWantsToBeAsked() throws InterruptedException {
        reddit.api(json(200, listing("\"t3_b\"", post("a"), post("b"))));

        Fetch.Page page = (Fetch.Page) client.listing("Cursor", Listing.COMMENTS, "t3_z");

        assertThat(page.items()).extracting(item -> item.fullname()).containsExactly("t3_a", "t3_b");
        assertThat(page.items()).allSatisfy(item -> assertThat(item.collectedAt()).isEqualTo(time.instant()));
        assertThat(page.after()).isEqualTo("t3_b");
        HostileReddit.Call token = reddit.tokenCalls().getFirst();
        assertThat(token.method()).isEqualTo("POST");
        assertThat(token.body()).isEqualTo("grant_type=client_credentials");
        assertThat(token.headers()).containsEntry("authorization",
                "Basic " + Base64.getEncoder().encodeToString("id:s3cret".getBytes(StandardCharsets.UTF_8)));
        HostileReddit.Call call = reddit.apiCalls().getFirst();
        assertThat(call.target()).isEqualTo("/r/Cursor/comments?limit=100&raw_json=1&after=t3_z");
        assertThat(call.headers()).containsEntry("authorization", "bearer t0k3n")
                .containsEntry("user-agent", "linux:dev.sentimentagent:0 (by /u/nobody)")
                .containsEntry("accept-encoding", "gzip");
        assertThat(client.requests()).isEqualTo(2);
    }

    @Test
    void asksForItemsByFullname() throws InterruptedException {
        reddit.api(json(200, listing("null", post("a"))));

        Fetch fetch = client.info(List.of("t3_a", "t1_b"));

        assertThat(fetch).isInstanceOfSatisfying(Fetch.Page.class, page -> assertThat(page.items()).hasSize(1));
        assertThat(reddit.apiCalls().getFirst().target()).startsWith("/api/info?id=t3_a,t1_b&");
    }

    @Test
    void asksNothingAboutNothing() throws InterruptedException {
        assertThat(client.info(List.of())).isEqualTo(new Fetch.Page(List.of(), List.of(), null));
        assertThat(reddit.calls()).isEmpty();
    }

    @Test
    void refusesFullnamesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> client.info(List.of("t3_a&raw_json=0")));
        assertThatIllegalArgumentException().isThrownBy(() -> client.info(Collections.nCopies(101, "t3_a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "../../api/v1/me", "caf\u00e9", "x?y=z", "a b", "a\r\nX: y"})
    void asksNothingOfImpossibleNames(String name) throws InterruptedException {
        assertThat(client.listing(name, Listing.NEW, null)).isInstanceOf(Fetch.Banned.class);
        assertThat(reddit.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"403,private,Private", "403,quarantined,Quarantined", "403,INVALID_CSS,Refused", "404,banned,Banned", "404,,Banned",
            "400,TOO_LONG,Refused", "451,,Refused", "418,,Refused", "304,,Refused"})
    void tellsRefusalsApart(int status, String reason, String expected) throws InterruptedException {
        String member = reason == null ? "" : "\"reason\":\"" + reason + "\",";
        reddit.api(json(status, status == 304 ? "" : "{" + member + "\"message\":\"No\",\"error\":" + status + "}"));

        Fetch.Failure failure = (Fetch.Failure) fetch();

        assertThat(failure.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(failure.detail()).startsWith(String.valueOf(status));
        assertThat(reddit.apiCalls()).as("no retries").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void doesNotFollowRedirects(int status) throws InterruptedException {
        reddit.api(html(status, "Location: https://www.reddit.com/subreddits/search?q=Cursor"));

        assertThat(fetch()).isInstanceOfSatisfying(Fetch.Renamed.class, renamed -> assertThat(renamed.detail())
                .endsWith("to https://www.reddit.com/subreddits/search"));
        assertThat(client.info(List.of("t3_a"))).as("speaks of no subreddit").isInstanceOf(Fetch.Refused.class);
        assertThat(reddit.apiCalls()).hasSize(2);
    }

    @Test
    void triesAgainAfterServerErrors() throws InterruptedException {
        reddit.api(html(502), html(520), json(200, EMPTY_LISTING));

        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
        assertThat(reddit.apiCalls()).hasSize(3);
        // 1 s and 4 s, of each of which jitter may take half.
        assertThat(time.slept().toMillis()).isBetween(2500L, 10_000L);
    }

    @Test
    void givesUpOnServerErrors() throws InterruptedException {
        reddit.api(html(503));

        assertThat(fetch()).isInstanceOfSatisfying(Fetch.ServerError.class, error -> assertThat(error.status()).isEqualTo(503));
        assertThat(reddit.apiCalls()).hasSize(3);
    }

    @Test
    void comesBackWhenA503Says() throws InterruptedException {
        reddit.api(html(503, "Retry-After: 60"), json(200, EMPTY_LISTING));

        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
        assertThat(time.sleeps()).contains(Duration.ofSeconds(60));
    }

    @Test
    void makesSingleTriesInAnOutage() throws InterruptedException {
        reddit.api(html(500));
        for (int i = 0; i < 4; i++) {
            fetch();
        }
        int before = reddit.apiCalls().size();

        fetch();
        assertThat(reddit.apiCalls()).hasSize(before + 1);

        reddit.api(json(200, EMPTY_LISTING), html(500));
        fetch();
        fetch();
        assertThat(reddit.apiCalls()).as("one that succeeds, three tries of the next").hasSize(before + 1 + 1 + 3);
    }

    @Test
    void comesBackWhenA429Says() throws InterruptedException {
        reddit.api(html(429, "Retry-After: 4"), json(200, EMPTY_LISTING));

        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
        assertThat(time.sleeps()).contains(Duration.ofSeconds(4));
        assertThat(client.waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void comesBackAtTheDateA429Says() throws InterruptedException {
        // The server's clock is years from ours; only the difference of its own two dates matters.
        reddit.api(html(429, "Date: Mon, 24 May 2021 01:25:56 GMT", "Retry-After: Mon, 24 May 2021 01:26:26 GMT"),
                json(200, EMPTY_LISTING));

        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
        assertThat(time.sleeps()).contains(Duration.ofSeconds(30));
    }

    @Test
    void waitsForTheResetAfterA429ThatTellsNothingElse() throws InterruptedException {
        reddit.api(json(429, "{\"error\":429}", "x-ratelimit-remaining: 0", "x-ratelimit-reset: 77", "x-ratelimit-used: 1000"),
                json(200, EMPTY_LISTING));

        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
        assertThat(time.sleeps()).contains(Duration.ofSeconds(78));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Nothing: 1", "Retry-After: soon", "Retry-After: -5", "Retry-After: NaN", "Retry-After:"})
    void waitsLongerAfterEach429ThatTellsNothing(String header) throws InterruptedException {
        reddit.api(json(429, "{\"message\":\"Too Many Requests\",\"error\":429}", header));

        assertThat(fetch()).isInstanceOf(Fetch.RateLimited.class);
        assertThat(reddit.apiCalls()).hasSize(3);
        List<Duration> waits = time.sleeps().stream().filter(wait -> wait.toSeconds() >= 5).toList();
        assertThat(waits).hasSize(2).isSorted();
        assertThat(waits.getLast()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15));
    }

    @Test
    void neitherWaitsNorAsksBeforeAFarAwayTime() throws InterruptedException {
        reddit.api(html(429, "Retry-After: 3000"));

        assertThat(fetch()).isInstanceOf(Fetch.RateLimited.class);
        assertThat(fetch()).isInstanceOfSatisfying(Fetch.RateLimited.class,
                limited -> assertThat(limited.detail()).matches("the next request may be made in \\d+ s"));
        assertThat(reddit.apiCalls()).hasSize(1);
        assertThat(time.slept()).isLessThan(Duration.ofMinutes(1));

        time.jump(Duration.ofMinutes(50));
        reddit.api(json(200, EMPTY_LISTING));
        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
    }

    @Test
    void endsARequestThatIsNeverAnswered() throws InterruptedException {
        beHasty();
        reddit.api(HostileReddit.hang());
        long start = System.nanoTime();

        assertThat(fetch()).isInstanceOf(Fetch.TimedOut.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT.multipliedBy(3), Duration.ofSeconds(15));
        assertThat(reddit.wasBrokenOff()).as("the connection is let go").isTrue();
    }

    @Test
    void endsABodyThatTrickles() throws InterruptedException {
        beHasty();
        reddit.api(HostileReddit.trickle());

        assertThat(fetch()).isInstanceOf(Fetch.TimedOut.class);
        assertThat(reddit.wasBrokenOff()).as("the connection is let go").isTrue();
    }

    @Test
    void endsABodyThatIsTooLarge() throws InterruptedException {
        reddit.api(HostileReddit.flood());
        assertThat(fetch()).isInstanceOf(Fetch.Malformed.class);
        assertThat(reddit.wasBrokenOff()).isTrue();
        assertThat(reddit.apiCalls()).hasSize(1);
    }

    @Test
    void doesNotUnpackABomb() throws InterruptedException {
        reddit.api(HostileReddit.gzipped(HostileReddit.gzip(" ".repeat(HttpTransport.MAX_BODY + 1))));

        assertThat(fetch()).isInstanceOf(Fetch.Malformed.class);
    }

    @Test
    void unpacksGzip() throws InterruptedException {
        reddit.api(HostileReddit.gzipped(HostileReddit.gzip(listing("null", post("a")))));

        assertThat(fetch()).isInstanceOfSatisfying(Fetch.Page.class, page -> assertThat(page.items()).hasSize(1));
    }

    @Test
    void triesAgainWhenGzipIsCutOff() throws InterruptedException {
        byte[] packed = HostileReddit.gzip(listing("null", post("a")));
        reddit.api(HostileReddit.gzipped(Arrays.copyOf(packed, packed.length - 12)), HostileReddit.gzipped(packed));

        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
    }

    @Test
    void triesAgainWhenTheConnectionBreaks() throws InterruptedException {
        reddit.api(HostileReddit.reset(), HostileReddit.cutBody(), json(200, EMPTY_LISTING));

        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
        assertThat(reddit.apiCalls()).hasSize(3);
    }

    @Test
    void givesUpOnConnectionsThatBreak() throws InterruptedException {
        for (HostileReddit.Answer answer : List.of(HostileReddit.reset(), HostileReddit.cutBody(), HostileReddit.nothing(),
                HostileReddit.garbage())) {
            reddit.api(answer);
            assertThat(fetch()).isInstanceOf(Fetch.Unreachable.class);
        }
    }

    @Test
    void saysWhenNobodyListens() throws InterruptedException, IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (HttpRedditClient lonely = client(nobody, LONG)) {
            assertThat(lonely.listing("Cursor", Listing.NEW, null)).isInstanceOf(Fetch.Unreachable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"kind\":\"Listing\",\"data\":{\"children\":[{\"ki"})
    void triesAgainWhenJsonIsCutOff(String body) throws InterruptedException {
        reddit.api(json(200, body), json(200, body), json(200, EMPTY_LISTING));
        assertThat(fetch()).isInstanceOf(Fetch.Page.class);

        reddit.api(json(200, body));
        assertThat(fetch()).isInstanceOf(Fetch.Malformed.class);
    }

    @Test
    void doesNotTryAgainWhatIsNoListing() throws InterruptedException {
        reddit.api(html(200));
        assertThat(fetch()).isInstanceOfSatisfying(Fetch.Malformed.class,
                malformed -> assertThat(malformed.detail()).contains("not JSON").contains("text/html").doesNotContain("whoa"));
        assertThat(reddit.apiCalls()).hasSize(1);

        reddit.api(json(200, "[1,2]"));
        assertThat(fetch()).isInstanceOf(Fetch.Malformed.class);
        reddit.api(json(200, "{\"message\":\"hello\"}"));
        assertThat(fetch()).isInstanceOf(Fetch.Malformed.class);
    }

    @Test
    void renewsATokenThatRedditNoLongerTakes() throws InterruptedException {
        reddit.token(json(200, "{\"access_token\":\"one\",\"expires_in\":86400}"),
                json(200, "{\"access_token\":\"two\",\"expires_in\":86400}"));
        reddit.api(json(401, "{\"message\":\"Unauthorized\",\"error\":401}"), json(200, EMPTY_LISTING));

        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
        assertThat(reddit.apiCalls()).extracting(call -> call.headers().get("authorization")).containsExactly("bearer one", "bearer two");
    }

    @Test
    void doesNotRenewAgainAndAgain() throws InterruptedException {
        reddit.api(json(401, "{\"error\":401}"));

        for (int i = 0; i < 10; i++) {
            assertThat(fetch()).isInstanceOf(Fetch.Unauthorized.class);
        }
        assertThat(reddit.tokenCalls()).hasSize(2);
        assertThat(reddit.apiCalls()).hasSize(11);

        time.jump(Duration.ofMinutes(2));
        reddit.api(json(401, "{\"error\":401}"), json(200, EMPTY_LISTING));
        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
    }

    @Test
    void keepsATokenUntilShortlyBeforeItExpires() throws InterruptedException {
        reddit.token(json(200, "{\"access_token\":\"one\",\"expires_in\":3600}"),
                json(200, "{\"access_token\":\"two\",\"expires_in\":3600}"));
        fetch();
        time.jump(Duration.ofMinutes(54));
        fetch();
        assertThat(reddit.tokenCalls()).hasSize(1);

        time.jump(Duration.ofMinutes(2));
        fetch();
        assertThat(reddit.tokenCalls()).hasSize(2);
        assertThat(reddit.apiCalls().getLast().headers()).containsEntry("authorization", "bearer two");
    }

    @Test
    void livesOnItsOldTokenWhileNoneCanBeHad() throws InterruptedException {
        reddit.token(json(200, "{\"access_token\":\"one\",\"expires_in\":3600}"), html(503));
        fetch();

        time.jump(Duration.ofMinutes(57));
        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
        time.jump(Duration.ofMinutes(10));
        assertThat(fetch()).isInstanceOf(Fetch.ServerError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"expires_in\":null", "\"expires_in\":\"soon\"", "\"expires_in\":-1", "\"expires_in\":1e300",
            "\"scope\":\"*\""})
    void takesTokensThatDoNotTellTheirLifetime(String member) throws InterruptedException {
        reddit.token(json(200, "{\"access_token\":\"one\"," + member + "}"));

        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
        assertThat(reddit.tokenCalls()).hasSize(1);
    }

    @Test
    void doesNotHammerWithWrongCredentials() throws InterruptedException {
        reddit.token(json(401, "{\"message\":\"Unauthorized\",\"error\":401}"));

        for (int i = 0; i < 28; i++) {
            assertThat(fetch()).isInstanceOfSatisfying(Fetch.Unauthorized.class,
                    failure -> assertThat(failure.detail()).doesNotContain("s3cret"));
        }
        assertThat(reddit.calls()).hasSize(1);

        reddit.token(json(200, "{\"access_token\":\"one\",\"expires_in\":3600}"));
        time.jump(Duration.ofMinutes(30));
        assertThat(fetch()).as("the next cycle tries anew").isInstanceOf(Fetch.Page.class);
    }

    @Test
    void triesAnewAfterARefusalWhenTheClockIsSetBack() throws InterruptedException {
        reddit.token(json(401, "{\"error\":401}"), json(200, "{\"access_token\":\"one\",\"expires_in\":3600}"));
        fetch();

        time.jump(Duration.ofHours(-1));
        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
    }

    @ParameterizedTest
    @CsvSource({"200,{\"error\":\"invalid_grant\"},Unauthorized", "200,{},Malformed", "200,<html>,Malformed", "404,{},Refused",
            "500,{},ServerError", "429,{},RateLimited", "200,{\"access_token\":\"a b\"},Malformed"})
    void tellsWhyThereIsNoToken(int status, String body, String expected) throws InterruptedException {
        reddit.token(json(status, body));

        assertThat(fetch().getClass().getSimpleName()).isEqualTo(expected);
        assertThat(reddit.apiCalls()).isEmpty();
    }

    @Test
    void asksForOneTokenHoweverManyThreads() throws Exception {
        List<CompletableFuture<Fetch>> fetches = Collections.nCopies(8, 0).stream().map(_ -> CompletableFuture.supplyAsync(() -> {
            try {
                return fetch();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        })).toList();

        for (CompletableFuture<Fetch> fetch : fetches) {
            assertThat(fetch.get()).isInstanceOf(Fetch.Page.class);
        }
        assertThat(reddit.tokenCalls()).hasSize(1);
        assertThat(reddit.apiCalls()).hasSize(8);
    }

    @Test
    void passesAnInterruptOn() throws Exception {
        reddit.api(HostileReddit.hang());
        try (HttpRedditClient patient = client(reddit.uri(), LONG)) {
            FutureTask<Fetch> call = new FutureTask<>(() -> patient.listing("Cursor", Listing.NEW, null));
            Thread caller = Thread.ofPlatform().start(call);
            assertThat(reddit.isHanging()).isTrue();
            caller.interrupt();

            assertThatThrownBy(call::get).hasCauseInstanceOf(InterruptedException.class);
            assertThat(reddit.wasBrokenOff()).as("the connection is let go").isTrue();
        }
    }

    @Test
    void breaksOffWhatIsUnderWayWhenClosed() throws Exception {
        reddit.api(HostileReddit.hang());
        HttpRedditClient patient = client(reddit.uri(), LONG);
        FutureTask<Fetch> call = new FutureTask<>(() -> patient.listing("Cursor", Listing.NEW, null));
        Thread.ofPlatform().start(call);
        assertThat(reddit.isHanging()).isTrue();
        patient.close();

        assertThat(call.get()).isInstanceOf(Fetch.Unreachable.class);
        assertThat(reddit.apiCalls()).hasSize(1);
    }

    @Test
    void obeysTheBudgetThatTheApiTells() throws InterruptedException {
        reddit.api(json(200, EMPTY_LISTING, "x-ratelimit-remaining: 0.0", "x-ratelimit-reset: 120", "x-ratelimit-used: 1000"));
        fetch();
        Duration before = client.waited();
        fetch();

        assertThat(client.waited().minus(before)).isEqualTo(Duration.ofSeconds(121));
    }

    @Test
    void doesNotTakeTheBudgetOfTheTokensForThatOfTheApi() throws InterruptedException {
        reddit.token(json(200, "{\"access_token\":\"one\",\"expires_in\":3600}", "x-ratelimit-remaining: 0", "x-ratelimit-reset: 200"));
        fetch();
        fetch();

        assertThat(client.waited()).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void isUnreachableOnceClosed() throws InterruptedException {
        fetch();
        client.close();

        assertThat(fetch()).isInstanceOf(Fetch.Unreachable.class);
        assertThat(time.slept()).as("no use in trying again").isLessThan(Duration.ofSeconds(2));
    }
}
