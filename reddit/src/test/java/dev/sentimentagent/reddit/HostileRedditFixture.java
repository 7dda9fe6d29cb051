package dev.sentimentagent.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.testsupport.ManualTime;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A client, on a virtual clock, of a server that does what it is told. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class HostileRedditFixture {
    static final Duration SHORT = Duration.ofMillis(300);
    /** So long that no machine is too busy. */
    static final Duration LONG = Duration.ofSeconds(20);

    final ManualTime time = new ManualTime();
    HostileReddit reddit;
    HttpRedditClient client;

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

    final HttpRedditClient client(URI uri, Duration requestTimeout) {
        RedditSettings settings = new RedditSettings(uri, uri, "id", "s3cret", "linux:dev.sentimentagent:0 (by /u/nobody)",
                Duration.ofSeconds(2), requestTimeout, Duration.ofMinutes(5), new RetryPolicy(3, Duration.ofSeconds(1)));
        return new HttpRedditClient(settings, time, new Random(1));
    }

    final void beHasty() {
        client.close();
        client = client(reddit.uri(), SHORT);
    }

    final Fetch fetch() throws InterruptedException {
        return client.listing("Cursor", Listing.NEW, null);
    }

    /** Fetches in vain. */
    final Fetch.Failure failure() throws InterruptedException {
        return failure(fetch());
    }

    static Fetch.Failure failure(Fetch fetch) {
        assertThat(fetch).isInstanceOf(Fetch.Failure.class);
        return (Fetch.Failure) fetch;
    }

    static String post(String id) {
        return "{\"kind\":\"t3\",\"data\":{\"id\":\"" + id + "\",\"subreddit\":\"Cursor\",\"title\":\"T\",\"created_utc\":1768000000.0}}";
    }

    static String listing(String after, String... children) {
        return "{\"kind\":\"Listing\",\"data\":{\"after\":" + after + ",\"children\":[" + String.join(",", children) + "]}}";
    }
}
