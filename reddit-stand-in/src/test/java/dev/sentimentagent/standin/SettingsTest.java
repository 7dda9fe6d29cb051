package dev.sentimentagent.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sentimentagent.testsupport.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final ManualTime TIME = new ManualTime(Instant.parse("2026-11-18T15:00:00Z"));

    @Test
    void areRedditsOwnByDefault() {
        StandInSettings settings = StandInSettings.DEFAULT;
        assertThat(settings.tokenLifetime()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.listingCap()).isEqualTo(1000);
        assertThat(settings.requestBudget()).isEqualTo(1000);
    }

    @Test
    void refuseWhatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> StandInSettings.DEFAULT.withPort(70_000));
        assertThatIllegalArgumentException().isThrownBy(() -> StandInSettings.DEFAULT.withListingCap(0));
        assertThatIllegalArgumentException().isThrownBy(() -> StandInSettings.DEFAULT.withRequestBudget(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fault.ServerError(404));
    }

    @Test
    void aTakenPortIsTold() {
        GeneratedWorld world = new GeneratedWorld(1, 1);
        try (RedditStandIn first = RedditStandIn.start(StandInSettings.DEFAULT, world, TIME)) {
            StandInSettings same = StandInSettings.DEFAULT.withPort(first.baseUrl().getPort());
            assertThatIllegalStateException().isThrownBy(() -> RedditStandIn.start(same, world, TIME)).withMessageContaining("127.0.0.1");
        }
    }

    @Test
    void theRunnerSaysHowToUseIt() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StandInRunner runner = new StandInRunner();
        runner.stop();
        runner.run(StandInSettings.DEFAULT, new GeneratedWorld(1, 1), TIME, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern("REDDIT_API_URL=http://127.0.0.1:\\d+\\n")
                .contains("REDDIT_CLIENT_ID=stand-in\n", "SUBREDDITS=Cursor,Bard,");
    }
}
