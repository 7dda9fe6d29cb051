package dev.sentimentagent.reddit;

import static dev.sentimentagent.reddit.HostileReddit.html;
import static dev.sentimentagent.reddit.HostileReddit.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Listing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client asks, and what it makes of the answers. */
class HttpRedditClientTest extends HostileRedditFixture {
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
    void unpacksGzip() throws InterruptedException {
        reddit.api(HostileReddit.gzipped(HostileReddit.gzip(listing("null", post("a")))));

        assertThat(fetch()).isInstanceOfSatisfying(Fetch.Page.class, page -> assertThat(page.items()).hasSize(1));
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
    void isUnreachableOnceClosed() throws InterruptedException {
        fetch();
        client.close();

        assertThat(fetch()).isInstanceOf(Fetch.Unreachable.class);
        assertThat(time.slept()).as("no use in trying again").isLessThan(Duration.ofSeconds(2));
    }
}
