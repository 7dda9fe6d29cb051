package dev.sentimentagent.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.FaultRule.Match;
import dev.sentimentagent.standin.RedditStandIn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way to Reddit is out, for all of the subreddits. */
class NetworkFaultsIT extends FaultFixture {
    private static final List<String> NAMES = List.of("kiroIDE", "JulesAgent", "windsurf", "aws", "MachineLearning");

    @Override
    String subreddits() {
        return String.join(",", NAMES);
    }

    /** Reddit goes away, something else answers on its port or nobody, Reddit comes back. */
    @ParameterizedTest
    @EnumSource
    void whatIsOnThePortIsNotReddit(WrongServer.Speech speech) throws IOException {
        collectWhole();
        int port = standIn.baseUrl().getPort();
        standIn.close();
        later(Duration.ofMinutes(30));
        var before = stored();
        try (WrongServer _ = new WrongServer(port, speech)) {
            assertOutage(collect(), NAMES.subList(0, 3), NAMES.subList(3, 5), "unreachable");
            assertThat(stored()).isEqualTo(before);
            assertHealth(200, "degraded", 1, 1);
        }
        // A connection that was just closed, or another test's, may hold the port a little longer.
        standIn = await().ignoreExceptions().until(() -> RedditStandIn.start(standInSettings().withPort(port), world, reddit), _ -> true);
        later(Duration.ofMinutes(30));
        collectWhole();
        assertThat(stored()).containsAll(shown(NAMES.toArray(String[]::new)));
    }

    /**
     * While nothing at all is answered, a cycle ends after three subreddits instead of waiting for each request of the others. The next
     * one begins with those: three that always fail do not keep the others from being collected.
     */
    @Test
    void anOutageEndsTheCycleEarlyAndTheRestComesFirstInTheNext() {
        for (String name : NAMES.subList(0, 3)) {
            standIn.faults().add(FaultRule.untilCleared(Match.subreddit(name), new Fault.ResetInBody()));
        }
        CycleReport cycle = collect();
        assertOutage(cycle, NAMES.subList(0, 3), NAMES.subList(3, 5), "unreachable");
        // A token; three tries each for the first listing of three subreddits; nothing for their second ones, the rest, and known items.
        assertThat(cycle.requests()).isEqualTo(1 + 3 * 3);
        assertThat(stored()).isEmpty();
        assertHealth(200, "degraded", 0, 1);

        later(Duration.ofMinutes(30));
        CycleReport next = collect();
        assertThat(next.status()).isEqualTo("partial");
        assertThat(next.errors().keySet()).containsExactlyInAnyOrderElementsOf(NAMES.subList(0, 3));
        assertWhole("aws", "MachineLearning");
        assertHealth(200, "degraded", 1, 1);
        standIn.faults().clear();
        later(Duration.ofMinutes(30));
        collectWhole();
    }

    /** Reddit's outage alone is no reason to restart the service; data that is two hours old is one to look. */
    @Test
    void theServiceIsNotUnhealthyBeforeTwoHoursOfOutage() {
        collectWhole();
        assertHealth(200, "healthy", 1, 0);
        allRequestsSuffer(new Fault.ServerError(503));
        for (int failed = 1; failed <= 3; failed++) {
            later(Duration.ofMinutes(30));
            assertThat(collect().status()).isEqualTo("failed");
            assertHealth(200, "degraded", 1, failed);
        }
        later(Duration.ofMinutes(28));
        assertHealth(200, "degraded", 1, 3);
        later(Duration.ofMinutes(3));
        assertHealth(503, "unhealthy", 1, 3);
        assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
        standIn.faults().clear();
        collectWhole();
        assertHealth(200, "degraded", 2, 3);
    }

    private void assertOutage(CycleReport cycle, List<String> tried, List<String> notTried, String reason) {
        assertThat(cycle.status()).isEqualTo("failed");
        assertThat(cycle.count("fetched")).isZero();
        assertThat(cycle.errors().keySet()).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(tried).allSatisfy(name -> assertThat(cycle.errors(name, reason)).isEqualTo(1));
        assertThat(notTried).allSatisfy(name -> assertThat(cycle.errors(name, "not_tried")).isEqualTo(1));
        assertThat(complaints.all()).extracting(Complaints.Complaint::subreddit)
                .isEqualTo(List.of(tried.get(0), tried.get(1), tried.get(2), ""));
        assertThat(complaints.all().getFirst().text()).contains("(" + reason + "): new: ");
        assertThat(complaints.all().getLast().text()).startsWith("Reddit gave nothing for 3 subreddits in a row: 2 more not tried");
    }
}
