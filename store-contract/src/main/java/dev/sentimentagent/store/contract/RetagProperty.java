package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.Retag;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The property that merges, links, deletions and their undoing rest on: after each of any sequence of them the rollups equal a recount, and taking
 * them back in the reverse order leads to where it began.
 */
abstract class RetagProperty extends Contract {
    private static final int CASES = 20;
    private static final int STEPS = 6;

    RetagProperty(Supplier<StorePlace> places) {
        super(places);
    }

    static LongStream seeds() {
        Long chosen = Long.getLong("contract.seed");
        return chosen != null
                ? LongStream.of(chosen)
                : LongStream.concat(LongStream.range(0, RollupProperty.cases(CASES)), new Random().longs(RollupProperty.cases(3)));
    }

    @ParameterizedTest(name = "contract.seed={0}")
    @MethodSource("seeds")
    void rollupsEqualARecountAtEachStepThereAndBack(long seed) {
        Random random = new Random(seed);
        List<ScoredItem> sightings = new RandomSightings(random, Duration.ofHours(3)).take(100);
        for (ScoredItem sighting : sightings) {
            save(sighting);
        }
        List<String> tools = sightings.stream().flatMap(sighting -> sighting.toolIds().stream()).distinct().sorted().toList();
        Map<Rollup.Key, Tally> told = new HashMap<>(rollups());
        Deque<Map<Rollup.Key, Tally>> states = new ArrayDeque<>();
        Deque<Long> versions = new ArrayDeque<>();
        for (int step = 0; step < STEPS; step++) {
            states.push(rollups());
            long before = store.dataVersion();
            versions.push(
                    store.catalogue().apply(CatalogueChange.on(store.catalogue().version()).retag(retag(random, tools)).build()).version());
            told.putAll(Rollups.of(store.statistics().changedSince(before).list()));
            check("seed " + seed + ", step " + step, told);
        }
        while (!versions.isEmpty()) {
            long before = store.dataVersion();
            store.catalogue().apply(CatalogueChange.on(store.catalogue().version()).takeBack(versions.pop()).build());
            told.putAll(Rollups.of(store.statistics().changedSince(before).list()));
            check("seed " + seed + ", back to " + versions.size(), told);
            assertThat(rollups()).as("seed " + seed + ", back to " + versions.size()).isEqualTo(states.pop());
        }
    }

    private void check(String at, Map<Rollup.Key, Tally> told) {
        assertThat(rollups()).as(at).isEqualTo(Rollups.of(store.statistics().recount(EVER)));
        told.values().removeIf(Tally.ZERO::equals);
        assertThat(told).as(at).isEqualTo(rollups());
    }

    private Map<Rollup.Key, Tally> rollups() {
        return Rollups.of(store.statistics().rollups(EVER).list());
    }

    /** A merge, a link, a deletion, or something of all of them. */
    private static Retag retag(Random random, List<String> tools) {
        Set<String> of = some(random, tools);
        return switch (random.nextInt(4)) {
            case 0 -> new Retag(of, of, Set.of("merged"));
            case 1 -> new Retag(of, Set.of(), some(random, tools));
            case 2 -> new Retag(of, of, Set.of());
            default -> new Retag(of, some(random, tools), some(random, tools));
        };
    }

    private static Set<String> some(Random random, List<String> tools) {
        Set<String> some = new HashSet<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            some.add(tools.get(random.nextInt(tools.size())));
        }
        return some;
    }
}
