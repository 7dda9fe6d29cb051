package dev.sentimentagent.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.FaultRule.Match;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that are not the right ones: too many requests, server errors, HTML, broken JSON; and answers that never arrive whole. */
class AnswerFaultsIT extends FaultFixture {
    static Stream<Fault> passing() {
        return Stream.of(
                new Fault.RateLimited(Duration.ofSeconds(7)),
                new Fault.RateLimited(null),
                new Fault.ServerError(500),
                new Fault.ServerError(503),
                new Fault.BrokenJson(),
                new Fault.TruncatedBody(),
                new Fault.ResetInBody(),
                new Fault.Hang(),
                new Fault.SlowDrip(Duration.ofSeconds(1)));
    }

    /** A listing and the token that it needs each fail once: a retry heals it, and nobody need know. */
    @ParameterizedTest
    @MethodSource("passing")
    void onceIsHealedByARetry(Fault fault) {
        standIn.faults().add(FaultRule.next(1, Match.path("/api/v1/access_token"), fault));
        standIn.faults().add(FaultRule.next(1, Match.path("/r/Cursor/comments"), fault));

        CycleReport cycle = collectWhole();
        assertThat(standIn.faults().active()).as("both have struck").isEmpty();
        assertThat(stored()).isEqualTo(shown("Cursor", "kiroIDE"));
        assertThat(cycle.count("rejected")).isZero();
        assertHealth(200, "healthy", 1, 0);
        later(Duration.ofMinutes(30));
        assertThat(collectWhole().requests()).isLessThan(cycle.requests() - 1);
    }

    static Stream<Arguments> lasting() {
        return Stream.of(
                arguments(new Fault.RateLimited(Duration.ofSeconds(7)), "rate_limited: new: 429 3 times"),
                arguments(new Fault.RateLimited(Duration.ofMinutes(9)), "rate_limited: new: 429 1 times; the next request may be made in"),
                arguments(new Fault.RateLimited(null), "rate_limited: new: 429 3 times"),
                arguments(new Fault.ServerError(500), "server_error: new: 500 text/html"),
                arguments(new Fault.ServerError(503), "server_error: new: 503 text/html"),
                arguments(new Fault.HtmlInsteadOfJson(), "malformed: new: "),
                arguments(new Fault.BrokenJson(), "malformed: new: "),
                arguments(new Fault.TruncatedBody(), "unreachable: new: "),
                arguments(new Fault.ResetInBody(), "unreachable: new: "),
                arguments(new Fault.Hang(), "timed_out: new: no whole answer within 1000 ms"),
                arguments(new Fault.SlowDrip(Duration.ofSeconds(1)), "timed_out: new: no whole answer within 1000 ms"));
    }

    /** A cycle in which nothing succeeds stores nothing, says so, and is made up for by the next. */
    @ParameterizedTest
    @MethodSource("lasting")
    void aWholeCycleIsReportedAndMadeUpFor(Fault fault, String error) {
        collectWhole();
        var before = stored();
        later(Duration.ofMinutes(110));
        standIn.faults().add(FaultRule.untilCleared(Match.path("/r/"), fault));

        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("failed");
        assertThat(cycle.count("fetched")).isZero();
        assertThat(stored()).isEqualTo(before);
        assertThat(cycle.errors().keySet()).containsExactly("Cursor", "kiroIDE");
        assertThat(cycle.errors().get("Cursor")).last().asString().startsWith(error);
        assertThat(cycle.errors("kiroIDE", error.substring(0, error.indexOf(':')))).isPositive();
        // One line for each subreddit, or listing where each was tried.
        assertThat(complaints.all()).hasSize(cycle.errors().values().stream().mapToInt(List::size).sum()).first().satisfies(first -> {
            assertThat(first.subreddit()).isEqualTo("Cursor");
            assertThat(first.text()).contains(error.substring(error.indexOf(' ') + 1));
        });
        assertHealth(200, "degraded", 1, 1);
        assertThat(collectedHours()).as("unknown is shown as unknown").endsWith(false, false);

        standIn.faults().clear();
        later(Duration.ofMinutes(30));
        collectWhole();
        assertThat(stored()).containsAll(shown("Cursor", "kiroIDE"));
        assertThat(collectedHours()).endsWith(true, true);
    }

    /** Of each hour that the last four touch, oldest first. */
    private List<Boolean> collectedHours() {
        return json("/api/v1/sentiment/trends?hours=4").get("trend_data").valueStream().map(bucket -> bucket.get("collected").asBoolean())
                .toList();
    }

    /** A page of HTML in the place of one listing is not worth a retry, and costs that listing only, until the next cycle. */
    @Test
    void htmlOnceCostsOneListing() {
        standIn.faults().add(FaultRule.next(1, Match.path("/r/Cursor/comments"), new Fault.HtmlInsteadOfJson()));

        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("partial");
        assertThat(cycle.errors().keySet()).containsExactly("Cursor");
        assertThat(complaints.all()).singleElement().satisfies(complaint -> {
            assertThat(complaint.subreddit()).isEqualTo("Cursor");
            assertThat(complaint.text()).startsWith("r/Cursor not collected (malformed): comments: ").contains("200, text/html");
        });
        assertWhole("kiroIDE");
        assertHealth(200, "healthy", 1, 0);
        later(Duration.ofMinutes(30));
        collectWhole();
    }

    /**
     * The reading of a listing breaks off after two pages: the next one must not take a page that it left, all of which is known, for the
     * end of what is new.
     */
    @Test
    void aReadingThatBreaksOffIsMadeUpFor() {
        collectWhole();
        later(Duration.ofHours(24));
        standIn.faults().add(FaultRule.everyNth(3, Match.path("/r/Cursor/comments"), new Fault.HtmlInsteadOfJson()));

        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("partial");
        assertThat(cycle.errors("Cursor", "malformed")).isEqualTo(1);
        assertThat(shown("Cursor").stream().filter(name -> !stored().contains(name))).isNotEmpty();
        standIn.faults().clear();
        later(Duration.ofMinutes(10));
        assertThat(collectWhole().count("Cursor", "stored")).as("those below the break").isGreaterThan(10);
    }
}
