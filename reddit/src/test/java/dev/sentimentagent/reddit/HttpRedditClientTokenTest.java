package dev.sentimentagent.reddit;

import static dev.sentimentagent.reddit.HostileReddit.EMPTY_LISTING;
import static dev.sentimentagent.reddit.HostileReddit.html;
import static dev.sentimentagent.reddit.HostileReddit.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Reason;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the client comes by its tokens. */
class HttpRedditClientTokenTest extends HostileRedditFixture {
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
            assertThat(failure().reason()).isEqualTo(Reason.UNAUTHORIZED);
        }
        assertThat(reddit.tokenCalls()).hasSize(2);
        assertThat(reddit.apiCalls()).hasSize(11);

        time.advance(Duration.ofMinutes(2));
        reddit.api(json(401, "{\"error\":401}"), json(200, EMPTY_LISTING));
        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
    }

    @Test
    void keepsATokenUntilShortlyBeforeItExpires() throws InterruptedException {
        reddit.token(json(200, "{\"access_token\":\"one\",\"expires_in\":3600}"),
                json(200, "{\"access_token\":\"two\",\"expires_in\":3600}"));
        fetch();
        time.advance(Duration.ofMinutes(54));
        fetch();
        assertThat(reddit.tokenCalls()).hasSize(1);

        time.advance(Duration.ofMinutes(2));
        fetch();
        assertThat(reddit.tokenCalls()).hasSize(2);
        assertThat(reddit.apiCalls().getLast().headers()).containsEntry("authorization", "bearer two");
    }

    @Test
    void livesOnItsOldTokenWhileNoneCanBeHad() throws InterruptedException {
        reddit.token(json(200, "{\"access_token\":\"one\",\"expires_in\":3600}"), html(503));
        fetch();

        time.advance(Duration.ofMinutes(57));
        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
        time.advance(Duration.ofMinutes(10));
        assertThat(failure().reason()).isEqualTo(Reason.SERVER_ERROR);
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
            Fetch.Failure failure = failure();
            assertThat(failure.reason()).isEqualTo(Reason.UNAUTHORIZED);
            assertThat(failure.detail()).doesNotContain("s3cret");
        }
        assertThat(reddit.calls()).hasSize(1);

        reddit.token(json(200, "{\"access_token\":\"one\",\"expires_in\":3600}"));
        time.advance(Duration.ofMinutes(30));
        assertThat(fetch()).as("the next cycle tries anew").isInstanceOf(Fetch.Page.class);
    }

    @Test
    void triesAnewAfterARefusalWhenTheClockIsSetBack() throws InterruptedException {
        reddit.token(json(401, "{\"error\":401}"), json(200, "{\"access_token\":\"one\",\"expires_in\":3600}"));
        fetch();

        time.advance(Duration.ofHours(-1));
        assertThat(fetch()).isInstanceOf(Fetch.Page.class);
    }

    @ParameterizedTest
    @CsvSource({"200,{\"error\":\"invalid_grant\"},UNAUTHORIZED", "200,{},MALFORMED", "200,<html>,MALFORMED", "404,{},REFUSED",
            "500,{},SERVER_ERROR", "429,{},RATE_LIMITED", "200,{\"access_token\":\"a b\"},MALFORMED"})
    void tellsWhyThereIsNoToken(int status, String body, Reason expected) throws InterruptedException {
        reddit.token(json(status, body));

        assertThat(failure().reason()).isEqualTo(expected);
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
    void doesNotTakeTheBudgetOfTheTokensForThatOfTheApi() throws InterruptedException {
        reddit.token(json(200, "{\"access_token\":\"one\",\"expires_in\":3600}", "x-ratelimit-remaining: 0", "x-ratelimit-reset: 200"));
        fetch();
        fetch();

        assertThat(client.waited()).isLessThan(Duration.ofSeconds(3));
    }
}
