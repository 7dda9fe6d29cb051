package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The property that the statistics rest on: whatever is sighted, in whatever order and in whatever batches, the rollups equal a recount,
 * and what the batches said of them, put one over the other. Each case is made from a seed; a failure names it, and {@code -Dcontract.seed=…} runs it
 * alone.
 */
abstract class RollupProperty extends Contract {
    private static final int FIXED_CASES = 30;
    private static final int FRESH_CASES = 10;
    private static final int SIGHTINGS = 150;
    private static final int MAX_BATCH = 25;

    RollupProperty(Supplier<StorePlace> places) {
        super(places);
    }

    static LongStream seeds() {
        Long chosen = Long.getLong("contract.seed");
        return chosen != null
                ? LongStream.of(chosen)
                : LongStream.concat(LongStream.range(0, cases(FIXED_CASES)), new Random().longs(cases(FRESH_CASES)));
    }

    /** Fewer where {@code contract.cases} says so: for a store to which each call is a request over a network. */
    static int cases(int usual) {
        return Math.min(usual, Integer.getInteger("contract.cases", usual));
    }

    @ParameterizedTest(name = "contract.seed={0}")
    @MethodSource("seeds")
    void rollupsEqualARecountAndWhatTheBatchesSaid(long seed) {
        Random random = new Random(seed);
        List<ScoredItem> sightings = new RandomSightings(random, Duration.ofHours(3)).take(SIGHTINGS);
        ReferenceStore reference = new ReferenceStore();
        Map<Rollup.Key, Tally> told = new HashMap<>();
        long version = store.dataVersion();

        for (int from = 0; from < sightings.size();) {
            int to = Math.min(sightings.size(), from + 1 + random.nextInt(MAX_BATCH));
            List<ScoredItem> batch = sightings.subList(from, to);
            String at = "seed " + seed + ", sightings " + from + " to " + to;
            BatchResult result = save(batch.toArray(ScoredItem[]::new));
            BatchResult expected = reference.save(batch);
            told.putAll(Rollups.of(result.rollups()));

            assertThat(List.of(result.stored(), result.updated(), result.unchanged())).as(at)
                    .isEqualTo(List.of(expected.stored(), expected.updated(), expected.unchanged()));
            assertThat(result.dataVersion() > version).as(at).isEqualTo(result.stored() + result.updated() > 0);
            assertThat(Rollups.of(store.statistics().rollups(EVER).list())).as(at).isEqualTo(reference.rollups());
            version = result.dataVersion();
            from = to;
        }

        String at = "seed " + seed;
        told.values().removeIf(Tally.ZERO::equals);
        assertThat(told).as(at).isEqualTo(reference.rollups());
        assertThat(Rollups.of(store.statistics().recount(EVER))).as(at).isEqualTo(reference.rollups());
        reopen();
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).as(at).isEqualTo(reference.rollups());
        for (ScoredItem item : reference.items()) {
            assertThat(found(item.item().fullname())).as(at).isEqualTo(item);
        }
        assertThat(store.items().recentPosts(null, T0, Batch.MAX_ITEMS, null).items()).as(at)
                .isEqualTo(reference.items().stream().filter(RollupProperty::isLivingPost).toList());
    }

    private static boolean isLivingPost(ScoredItem scored) {
        Item item = scored.item();
        return item instanceof Post && !item.deleted();
    }
}
