package dev.sentimentagent.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Rollups;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TallyCubeTest {
    private static final Instant HOUR = Instant.parse("2026-01-15T10:00:00Z");
    private static final Window ALWAYS = new Window(HOUR.minus(Duration.ofDays(100)), HOUR.plus(Duration.ofDays(100)));

    @Test
    void sumsHoursOfBothKindsInAnyCaseOfTheName() {
        TallyCube cube = new TallyCube(Duration.ofHours(1));
        cube.put(List.of(rollup("Cursor", ItemKind.POST, 0, new Tally(1, 2, 3, 40, 7)),
                rollup("cursor", ItemKind.COMMENT, 0, new Tally(10, 0, 0, 5, 1))), ALWAYS);
        assertThat(cube.sum(Dimension.SUBREDDIT, "CURSOR", HOUR, HOUR.plusSeconds(3600))).isEqualTo(new Tally(11, 2, 3, 45, 8));
        assertThat(cube.sum(Dimension.SUBREDDIT, "other", HOUR, HOUR.plusSeconds(3600))).isEqualTo(Tally.ZERO);
        assertThat(cube.sum(Dimension.TOOL, null, HOUR, HOUR.plusSeconds(3600))).isEqualTo(Tally.ZERO);
        assertThat(cube.sum(Dimension.SUBREDDIT, "cursor", HOUR.plusSeconds(3600), HOUR.plusSeconds(7200))).isEqualTo(Tally.ZERO);
    }

    @Test
    void whatIsOutOfReachCostsNoMemory() {
        TallyCube cube = new TallyCube(Duration.ofHours(1));
        Rollup farAhead = new Rollup(new Rollup.Key(Dimension.SUBREDDIT, "a", ItemKind.POST, Instant.parse("9999-01-01T00:00:00Z")),
                new Tally(1, 0, 0, 0, 0));
        cube.put(List.of(farAhead), ALWAYS);
        assertThat(cube.sum(Dimension.SUBREDDIT, null, Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"))).isEqualTo(Tally.ZERO);
    }

    /** Rollups put in any order, again and again, hours before and after what is there, sums over any span: as a plain map of the same says. */
    @RepeatedTest(20)
    void equalsAPlainSum(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        TallyCube cube = new TallyCube(Duration.ofHours(1));
        List<Rollup> together = new ArrayList<>();
        Map<Rollup.Key, Rollup> all = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            Tally tally = new Tally(random.nextInt(5), random.nextInt(5), random.nextInt(5), random.nextInt(20_000) - 10_000,
                    random.nextInt(20_000));
            Rollup rollup = rollup("s" + random.nextInt(3), random.nextBoolean() ? ItemKind.POST : ItemKind.COMMENT,
                    random.nextInt(1000) - 500, tally);
            all.put(rollup.key(), rollup);
            together.add(rollup);
            if (random.nextInt(4) == 0) {
                cube.put(together, ALWAYS);
                together.clear();
            }
        }
        cube.put(together, ALWAYS);
        for (int i = 0; i < 50; i++) {
            Instant from = HOUR.plus(Duration.ofHours(random.nextInt(1200) - 600));
            Instant to = from.plus(Duration.ofHours(random.nextInt(700)));
            String name = random.nextBoolean() ? "s1" : null;
            Tally expected = all.values().stream()
                    .filter(rollup -> name == null || rollup.key().name().equals(name))
                    .filter(rollup -> new Window(from, to).contains(rollup.key().hour()))
                    .map(Rollup::tally)
                    .reduce(Tally.ZERO, Tally::plus);
            assertThat(cube.sum(Dimension.SUBREDDIT, name, from, to)).isEqualTo(expected);
        }
    }

    @Test
    void whatIsForgottenLeavesTheRestAsItWas() {
        TallyCube cube = new TallyCube(Duration.ofHours(1));
        List<Rollup> hours = IntStream.range(0, 1000)
                .mapToObj(hour -> rollup("a", ItemKind.POST, hour, new Tally(hour, 0, 0, 0, 0)))
                .toList();
        cube.put(hours, ALWAYS);
        Window later = new Window(HOUR.plus(Duration.ofHours(500)), ALWAYS.end());

        cube.put(List.of(rollup("a", ItemKind.POST, 700, new Tally(0, 1, 0, 0, 0))), later);
        assertThat(cube.sum(Dimension.SUBREDDIT, "a", HOUR, HOUR.plus(Duration.ofHours(2)))).isEqualTo(Tally.ZERO);
        assertThat(cube.sum(Dimension.SUBREDDIT, "a", later.start(), later.start().plus(Duration.ofHours(201))))
                .isEqualTo(new Tally(IntStream.range(500, 700).sum(), 1, 0, 0, 0));
    }

    private static Rollup rollup(String name, ItemKind kind, int hour, Tally tally) {
        return new Rollup(new Rollup.Key(Dimension.SUBREDDIT, name, kind, HOUR.plus(Duration.ofHours(hour))), tally);
    }
}
