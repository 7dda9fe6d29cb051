package dev.sentimentagent.reddit;

import static dev.sentimentagent.reddit.HostileReddit.EMPTY_LISTING;
import static dev.sentimentagent.reddit.HostileReddit.html;
import static dev.sentimentagent.reddit.HostileReddit.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Reason;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on the way and in Reddit, and how often the client then tries. */
class HttpRedditClientFaultTest extends HostileRedditFixture {
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

        Fetch.Failure failure = failure();
        assertThat(failure.reason()).isEqualTo(Reason.SERVER_ERROR);
        assertThat(failure.detail()).startsWith("503 ");
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
    void endsARequestThatIsNeverAnswered() throws InterruptedException {
        beHasty();
        reddit.api(HostileReddit.hang());
        long start = System.nanoTime();

        assertThat(failure().reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT.multipliedBy(3), Duration.ofSeconds(15));
        assertThat(reddit.wasBrokenOff()).as("the connection is let go").isTrue();
    }

    @Test
    void endsABodyThatTrickles() throws InterruptedException {
        beHasty();
        reddit.api(HostileReddit.trickle());

        assertThat(failure().reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(reddit.wasBrokenOff()).as("the connection is let go").isTrue();
    }

    @Test
    void endsABodyThatIsTooLarge() throws InterruptedException {
        reddit.api(HostileReddit.flood());
        assertThat(failure().reason()).isEqualTo(Reason.MALFORMED);
        assertThat(reddit.wasBrokenOff()).isTrue();
        assertThat(reddit.apiCalls()).hasSize(1);
    }

    @Test
    void doesNotUnpackABomb() throws InterruptedException {
        reddit.api(HostileReddit.gzipped(HostileReddit.gzip(" ".repeat(HttpTransport.MAX_BODY + 1))));

        assertThat(failure().reason()).isEqualTo(Reason.MALFORMED);
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
            assertThat(failure().reason()).isEqualTo(Reason.UNREACHABLE);
        }
    }

    @Test
    void saysWhenNobodyListens() throws InterruptedException, IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (HttpRedditClient lonely = client(nobody, LONG)) {
            assertThat(failure(lonely.listing("Cursor", Listing.NEW, null)).reason()).isEqualTo(Reason.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"kind\":\"Listing\",\"data\":{\"children\":[{\"ki"})
    void triesAgainWhenJsonIsCutOff(String body) throws InterruptedException {
        reddit.api(json(200, body), json(200, body), json(200, EMPTY_LISTING));
        assertThat(fetch()).isInstanceOf(Fetch.Page.class);

        reddit.api(json(200, body));
        assertThat(failure().reason()).isEqualTo(Reason.MALFORMED);
    }
}
