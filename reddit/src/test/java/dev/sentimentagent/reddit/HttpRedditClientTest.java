package dev.sentimentagent.reddit;

import static dev.sentimentagent.reddit.HostileReddit.html;
import static dev.sentimentagent.reddit.HostileReddit.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Reason;
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
        assertThat(failure(client.listing(name, Listing.NEW, null)).reason()).isEqualTo(Reason.BANNED);
        assertThat(reddit.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"403,private,PRIVATE", "403,quarantined,QUARANTINED", "403,INVALID_CSS,REFUSED", "404,banned,BANNED", "404,,BANNED",
            "400,TOO_LONG,REFUSED", "451,,REFUSED", "418,,REFUSED", "304,,REFUSED"})
    void tellsRefusalsApart(int status, String reason, Reason expected) throws InterruptedException {
        String member = reason == null ? "" : "\"reason\":\"" + reason + "\",";
        reddit.api(json(status, status == 304 ? "" : "{" + member + "\"message\":\"No\",\"error\":" + status + "}"));

        Fetch.Failure failure = failure();

        assertThat(failure.reason()).isEqualTo(expected);
        assertThat(failure.detail()).startsWith(String.valueOf(status));
        assertThat(reddit.apiCalls()).as("no retries").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void doesNotFollowRedirects(int status) throws InterruptedException {
        reddit.api(html(status, "Location: https://www.reddit.com/subreddits/search?q=Cursor"));

        Fetch.Failure renamed = failure();
        assertThat(renamed.reason()).isEqualTo(Reason.RENAMED);
        assertThat(renamed.detail()).endsWith("to https://www.reddit.com/subreddits/search");
        assertThat(failure(client.info(List.of("t3_a"))).reason()).as("speaks of no subreddit").isEqualTo(Reason.REFUSED);
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
        Fetch.Failure malformed = failure();
        assertThat(malformed.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(malformed.detail()).contains("not JSON").contains("text/html").doesNotContain("whoa");
        assertThat(reddit.apiCalls()).hasSize(1);

        reddit.api(json(200, "[1,2]"));
        assertThat(failure().reason()).isEqualTo(Reason.MALFORMED);
        reddit.api(json(200, "{\"message\":\"hello\"}"));
        assertThat(failure().reason()).isEqualTo(Reason.MALFORMED);
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

        assertThat(failure(call.get()).reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(reddit.apiCalls()).hasSize(1);
    }

    @Test
    void isUnreachableOnceClosed() throws InterruptedException {
        fetch();
        client.close();

        assertThat(failure().reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(time.slept()).as("no use in trying again").isLessThan(Duration.ofSeconds(2));
    }
}
