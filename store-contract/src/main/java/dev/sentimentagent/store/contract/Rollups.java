package dev.sentimentagent.store.contract;

import dev.sentimentagent.model.DayRollup;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Rollups by key, so that they compare whatever their order. */
final class Rollups {
    private Rollups() {}

    /** The rollups of a list in which each key stands once. */
    static Map<Rollup.Key, Tally> of(Collection<Rollup> rollups) {
        Map<Rollup.Key, Tally> byKey = new HashMap<>();
        rollups.forEach(rollup -> putOnce(byKey, rollup.key(), rollup.tally()));
        return byKey;
    }

    /** The daily rollups of a list in which each key stands once. */
    static Map<DayRollup.Key, Tally> ofDays(Collection<DayRollup> rollups) {
        Map<DayRollup.Key, Tally> byKey = new HashMap<>();
        rollups.forEach(rollup -> putOnce(byKey, rollup.key(), rollup.tally()));
        return byKey;
    }

    private static <K> void putOnce(Map<K, Tally> byKey, K key, Tally tally) {
        if (byKey.put(key, tally) != null) {
            throw new AssertionError("twice in one list: " + key);
        }
    }
}
