package dev.sentimentagent.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.FaultRule.Match;
import dev.sentimentagent.standin.StandInSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Tokens that expire or are revoked, and credentials that Reddit does not take. */
class AuthFaultsIT extends FaultFixture {
    private static final Duration LIFETIME = Duration.ofHours(1);

    @Override
    StandInSettings standInSettings() {
        StandInSettings standard = StandInSettings.DEFAULT;
        return new StandInSettings(0, standard.clientId(), standard.clientSecret(), LIFETIME, standard.listingCap(),
                standard.requestBudget(), false, standard.unknownSubreddit());
    }

    @Test
    void aTokenThatRanOutIsRenewedInTime() {
        collectWhole();
        later(LIFETIME.plusMinutes(1));
        collectWhole();
        assertHealth(200, "healthy", 2, 0);
        assertThat(unauthorized()).isZero();
    }

    /** Reddit's clock is ahead of ours: it takes a token for expired that we take for good. */
    @Test
    void aTokenThatRanOutEarlyIsRenewedOn401() {
        collectWhole();
        reddit.advance(LIFETIME.plusMinutes(1));
        collectWhole();
        assertThat(unauthorized()).isEqualTo(1);
    }

    @Test
    void aTokenThatWasRevokedIsRenewed() {
        collectWhole();
        later(Duration.ofMinutes(30));
        standIn.faults().add(FaultRule.next(1, Match.path("/r/Cursor/comments"), new Fault.TokensRevoked()));
        collectWhole();
        assertThat(unauthorized()).isEqualTo(1);
    }

    @Test
    void tokensThatAreRevokedAllTheTimeAreReported() {
        collectWhole();
        var before = stored();
        later(Duration.ofMinutes(30));
        allRequestsSuffer(new Fault.TokensRevoked());
        CycleReport cycle = collect();
        assertUnauthorized(cycle);
        assertThat(cycle.requests()).as("no storm of requests for tokens").isLessThan(8);
        assertThat(stored()).isEqualTo(before);
        assertHealth(200, "degraded", 1, 1);

        standIn.faults().clear();
        later(Duration.ofMinutes(30));
        collectWhole();
    }

    @Test
    void wrongCredentialsAreReportedAndAskedForOncePerCycle() {
        allRequestsSuffer(new Fault.WrongCredentials());
        for (int cycle = 1; cycle <= 2; cycle++) {
            CycleReport report = collect();
            assertUnauthorized(report);
            assertThat(report.errors().get("kiroIDE")).containsExactly("unauthorized: new: 401 when a token was asked for: 401");
            assertThat(report.requests()).isEqualTo(1);
            assertHealth(200, "degraded", 0, cycle);
            later(Duration.ofMinutes(30));
        }
        assertThat(stored()).isEmpty();

        standIn.faults().clear();
        collectWhole();
        assertThat(stored()).isEqualTo(shown("Cursor", "kiroIDE"));
    }

    /** How many requests the stand-in has answered with 401. */
    private long unauthorized() {
        try (InputStream statistics = standIn.baseUrl().resolve("/stand-in/stats").toURL().openStream()) {
            return JsonMapper.shared().readTree(statistics).get("statuses").path("401").asLong(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertUnauthorized(CycleReport cycle) {
        assertThat(cycle.status()).isEqualTo("failed");
        assertThat(cycle.errors("Cursor", "unauthorized")).isEqualTo(1);
        assertThat(cycle.errors("kiroIDE", "unauthorized")).isEqualTo(1);
        assertThat(complaints.all()).hasSize(2).allSatisfy(one -> assertThat(one.text()).contains("(unauthorized): new: 401"));
    }
}
