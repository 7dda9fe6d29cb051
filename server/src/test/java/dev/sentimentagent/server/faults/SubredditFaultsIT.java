package dev.sentimentagent.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.FaultRule.Match;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One subreddit gives nothing, those beside it are well. */
class SubredditFaultsIT extends FaultFixture {
    @Override
    String subreddits() {
        return "windsurf,kiroIDE,JulesAgent,aws";
    }

    /** Fault, error of the subreddit, how many of its listings are asked for in vain. */
    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(new Fault.PrivateSubreddit(), "private", "new: 403 private", 1),
                arguments(new Fault.BannedSubreddit(), "banned", "new: 404 banned", 1),
                arguments(new Fault.QuarantinedSubreddit(), "quarantined", "new: 403 quarantined", 1),
                arguments(new Fault.RenamedSubreddit("kiro"), "renamed", "/r/kiro/new", 1),
                arguments(new Fault.Hang(), "timed_out", "no whole answer within 1000 ms", 1),
                arguments(new Fault.ResetInBody(), "unreachable", "new: ", 1),
                arguments(new Fault.RateLimited(Duration.ofSeconds(3)), "rate_limited", "429 3 times", 1),
                arguments(new Fault.ServerError(502), "server_error", "new: 502 text/html", 2),
                arguments(new Fault.HtmlInsteadOfJson(), "malformed", "text/html", 2),
                arguments(new Fault.BrokenJson(), "malformed", "new: ", 2));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void oneThatFailsLeavesTheRestWhole(Fault fault, String reason, String detail, int listings) {
        collectWhole();
        later(Duration.ofHours(1));
        var known = shown("kiroIDE");
        standIn.faults().add(FaultRule.untilCleared(Match.subreddit("kiroIDE"), fault));

        later(Duration.ofHours(5));
        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("partial");
        assertThat(cycle.errors().keySet()).containsExactly("kiroIDE");
        assertThat(cycle.errors("kiroIDE", reason)).isEqualTo(listings);
        assertThat(cycle.count("kiroIDE", "stored")).isZero();
        assertThat(complaints.all()).hasSize(listings).allSatisfy(complaint -> {
            assertThat(complaint.subreddit()).isEqualTo("kiroIDE");
            assertThat(complaint.text()).startsWith("r/kiroIDE not collected (" + reason + "): ");
        });
        assertThat(complaints.all().getFirst().text()).contains(detail);
        assertWhole("windsurf", "JulesAgent", "aws");
        assertHealth(200, "healthy", 2, 0);

        standIn.faults().clear();
        later(Duration.ofMinutes(30));
        collectWhole();
        assertThat(stored()).containsAll(known);
    }

    /** A name that nobody ever took, as Reddit answers for most (a search) and for some (404), before others that are well. */
    @ParameterizedTest
    @CsvSource({"SEARCH, renamed", "NOT_FOUND, banned"})
    void oneThatDoesNotExist(StandInSettings.UnknownSubreddit answer, String reason) {
        stop();
        standIn = RedditStandIn.start(standInSettings().withUnknownSubreddit(answer), world, reddit);
        complaints = new Complaints();
        service = RunningService.start(folder.resolve("other.db"), standIn, "NoSuchPlace," + subreddits(), time, Map.of());

        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("partial");
        assertThat(cycle.errors().keySet()).containsExactly("NoSuchPlace");
        assertThat(cycle.errors("NoSuchPlace", reason)).isEqualTo(1);
        assertThat(complaints.all()).singleElement().satisfies(one -> assertThat(one.subreddit()).isEqualTo("NoSuchPlace"));
        assertWhole();
    }

    /** Subreddits that are all private are no outage of Reddit: each is tried. */
    @Test
    void manyThatAreClosedAreNoOutage() {
        standIn.faults().add(FaultRule.untilCleared(Match.ANY, new Fault.PrivateSubreddit()));
        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("failed");
        assertThat(cycle.errors().keySet()).containsExactly("JulesAgent", "aws", "kiroIDE", "windsurf");
        assertThat(cycle.errors().values()).allSatisfy(errors -> assertThat(errors).containsExactly("private: new: 403 private"));
        assertThat(complaints.all()).hasSize(4);
        standIn.faults().clear();
        later(Duration.ofMinutes(30));
        collectWhole();
    }

    /** A subreddit in which nobody has said anything yet is collected like any other. */
    @Test
    void oneThatIsEmpty() {
        standIn.faults().add(FaultRule.untilCleared(Match.subreddit("kiroIDE"), new Fault.EmptyListing()));
        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("completed");
        assertThat(cycle.errors()).isEmpty();
        assertThat(complaints.all()).isEmpty();
        assertThat(cycle.count("kiroIDE", "fetched")).isZero();
        assertThat(json("/api/v1/sentiment/trends?subreddit=kiroIDE&hours=24").get("trend_data")).noneMatch(
                bucket -> bucket.get("collected").asBoolean());
        assertWhole("windsurf", "JulesAgent", "aws");
        standIn.faults().clear();
        later(Duration.ofMinutes(30));
        collectWhole();
    }

    /** One that was not empty and is now makes a doubt: it is told of once, what was collected stays, what is missed is unknown. */
    @Test
    void oneThatIsEmptyAllOfASudden() {
        collectWhole();
        var known = stored();
        standIn.faults().add(FaultRule.untilCleared(Match.subreddit("kiroIDE"), new Fault.EmptyListing()));
        later(Duration.ofMinutes(130));
        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("partial");
        assertThat(cycle.errors().keySet()).containsExactly("kiroIDE");
        assertThat(cycle.errors("kiroIDE", "empty_page")).isEqualTo(2);
        assertThat(complaints.all()).hasSize(2).allSatisfy(one -> assertThat(one.text()).contains("(empty_page)"));
        assertThat(stored()).containsAll(known);

        later(Duration.ofMinutes(30));
        assertThat(collect().status()).as("taken as it is").isEqualTo("completed");
        assertThat(complaints.all()).isEmpty();
        assertThat(json("/api/v1/sentiment/trends?subreddit=kiroIDE&hours=2").get("trend_data")).noneMatch(
                bucket -> bucket.get("collected").asBoolean());

        standIn.faults().clear();
        later(Duration.ofMinutes(30));
        collectWhole();
    }
}
