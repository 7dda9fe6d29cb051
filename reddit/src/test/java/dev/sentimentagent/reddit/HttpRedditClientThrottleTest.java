package dev.sentimentagent.reddit;

import static dev.sentimentagent.reddit.HostileReddit.EMPTY_LISTING;
import static dev.sentimentagent.reddit.HostileReddit.html;
import static dev.sentimentagent.reddit.HostileReddit.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the client takes being told to slow down. */
class HttpRedditClientThrottleTest extends HostileRedditFixture {
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

        assertThat(failure().reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(reddit.apiCalls()).hasSize(3);
        List<Duration> waits = time.sleeps().stream().filter(wait -> wait.toSeconds() >= 5).toList();
        assertThat(waits).hasSize(2).isSorted();
        assertThat(waits.getLast()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15));
    }

    @Test
    void neitherWaitsNorAsksBeforeAFarAwayTime() throws InterruptedException {
        reddit.api(html(429, "Retry-After: 3000"));

        assertThat(failure().reason()).isEqualTo(Reason.RATE_LIMITED);
        Fetch.Failure limited = failure();
        assertThat(limited.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(limited.detail()).matches("the next request may be made in \\d+ s");
        assertThat(reddit.apiCalls()).hasSize(1);
        assertThat(time.slept()).isLessThan(Duration.ofMinutes(1));

        time.advance(Duration.ofMinutes(50));
        reddit.api(json(200, EMPTY_LISTING));
        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
    }

    @Test
    void obeysTheBudgetThatTheApiTells() throws InterruptedException {
        reddit.api(json(200, EMPTY_LISTING, "x-ratelimit-remaining: 0.0", "x-ratelimit-reset: 120", "x-ratelimit-used: 1000"));
        fetch();
        Duration before = client.waited();
        fetch();

        assertThat(client.waited().minus(before)).isEqualTo(Duration.ofSeconds(121));
    }
}
