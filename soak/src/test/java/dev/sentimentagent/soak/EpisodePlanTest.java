package dev.sentimentagent.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpisodePlanTest {
    private static final List<String> SUBREDDITS = List.of("Cursor", "aws");

    private static List<Episode> draw(long seed, Duration length) {
        return EpisodePlan.draw(seed, SUBREDDITS, SoakSettings.START, length);
    }

    @Test
    void theSameSeedDrawsTheSamePlan() {
        assertThat(draw(3, Duration.ofDays(30))).isEqualTo(draw(3, Duration.ofDays(30))).isNotEqualTo(draw(4, Duration.ofDays(30)));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 72, 720})
    void everyTroubleEndsWithinTheSoakAndTheServiceIsKilledAndStopped(int hours) {
        List<Episode> plan = draw(1, Duration.ofHours(hours));
        assertThat(plan).isSortedAccordingTo((a, b) -> a.from().compareTo(b.from()));
        assertThat(plan).allSatisfy(episode -> {
            if (episode instanceof Episode.Trouble trouble) {
                assertThat(trouble.until()).isAfter(trouble.from()).isBeforeOrEqualTo(SoakSettings.START.plusSeconds(hours * 3600L));
            }
        });
        assertThat(plan).anyMatch(restart(true)).anyMatch(restart(false));
    }

    private static Predicate<Episode> restart(boolean kill) {
        return episode -> episode instanceof Episode.Restart restart && restart.kill() == kill;
    }
}
