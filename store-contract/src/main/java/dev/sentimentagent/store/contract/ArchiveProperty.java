package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.store.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The property that retention rests on: whatever is sighted and expires, in whatever order, the hourly rollups equal a recount, the daily
 * ones are the sum of what has expired, and a memory that follows the changes, told or asked for, knows the same. Each case is made from a
 * seed; a failure names it, and {@code -Dcontract.seed=…} runs it alone.
 */
abstract class ArchiveProperty extends Contract {
    private static final int STEPS = 40;
    private static final int MAX_BATCH = 12;
    private static final int MAX_EXPIRED = 5;
    private static final Duration SPAN = Duration.ofDays(3);

    ArchiveProperty(Supplier<StorePlace> places) {
        super(places);
    }

    static LongStream seeds() {
        return RollupProperty.seeds();
    }

    @ParameterizedTest(name = "contract.seed={0}")
    @MethodSource("seeds")
    void daysAreTheSumOfWhatHasExpiredAndHoursOfWhatHasNot(long seed) {
        Random random = new Random(seed);
        RandomSightings sightings = new RandomSightings(random, SPAN);
        ReferenceStore reference = new ReferenceStore();
        Memory told = new Memory();
        Memory asked = new Memory();
        Instant horizon = T0.plus(Duration.ofHours(random.nextInt(20)));
        long version = store.dataVersion();

        for (int step = 0; step < STEPS; step++) {
            String at = "seed " + seed + ", step " + step;
            if (random.nextInt(4) == 0) {
                horizon = horizon.plusSeconds(random.nextLong(SPAN.toSeconds() / 5));
                Expiry expiry = store.retention().expire(horizon, 1 + random.nextInt(MAX_EXPIRED));
                assertThat(reference.expire(horizon, expiry.deleted(), this::isStored)).as(at).isEqualTo(expiry.more());
                told.put(expiry.rollups(), expiry.days());
            } else {
                List<ScoredItem> batch = sightings.take(1 + random.nextInt(MAX_BATCH));
                var result = save(batch.toArray(ScoredItem[]::new));
                var expected = reference.save(batch);
                assertThat(List.of(result.stored(), result.updated(), result.unchanged())).as(at)
                        .isEqualTo(List.of(expected.stored(), expected.updated(), expected.unchanged()));
                told.put(result.rollups(), List.of());
            }
            if (random.nextInt(3) == 0) {
                var changed = store.statistics().changedSince(version);
                asked.put(changed.list(), changed.days());
                asked.hours.keySet().removeIf(key -> key.hour().isBefore(changed.emptyBefore()));
                version = changed.dataVersion();
                assertThat(asked.living()).as(at).isEqualTo(reference.rollups());
                assertThat(asked.days).as(at).isEqualTo(reference.archive());
            }
            assertThat(Rollups.of(store.statistics().rollups(EVER).list())).as(at).isEqualTo(reference.rollups());
            assertThat(Rollups.of(store.retention().archived(EVER))).as(at).isEqualTo(reference.archive());
            assertThat(told.living()).as(at).isEqualTo(reference.rollups());
            assertThat(told.days).as(at).isEqualTo(reference.archive());
        }
        assertThat(Rollups.of(store.statistics().recount(EVER))).isEqualTo(reference.rollups());
        assertThat(store.rowCounts()).isEqualTo(recountedRows(reference));
    }

    private boolean isStored(String fullname) {
        return store.items().find(fullname).isPresent();
    }

    private Map<String, Long> recountedRows(ReferenceStore reference) {
        Map<String, Long> counts = new HashMap<>(store.rowCounts());
        counts.put("post", reference.count(item -> !item.deleted() && item.fullname().startsWith("t3_")));
        counts.put("comment", reference.count(item -> !item.deleted() && item.fullname().startsWith("t1_")));
        counts.put("tombstone", reference.count(item -> item.deleted()));
        counts.put("bot", reference.count(item -> "robot".equals(item.author())));
        counts.put("rollup_day", (long) reference.archive().size());
        return counts;
    }

    /** What a process knows that was not asked again for what has not changed. */
    private static final class Memory {
        final Map<Rollup.Key, Tally> hours = new HashMap<>();
        final Map<Rollup.Key, Tally> days = new HashMap<>();

        void put(List<Rollup> changed, List<Rollup> changedDays) {
            hours.putAll(Rollups.of(changed));
            days.putAll(Rollups.of(changedDays));
        }

        Map<Rollup.Key, Tally> living() {
            Map<Rollup.Key, Tally> living = new HashMap<>(hours);
            living.values().removeIf(Tally.ZERO::equals);
            return living;
        }
    }
}
