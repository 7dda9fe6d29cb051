package dev.sentimentagent.store.contract;

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
        for (Rollup rollup : rollups) {
            if (byKey.put(rollup.key(), rollup.tally()) != null) {
                throw new AssertionError("twice in one list: " + rollup.key());
            }
        }
        return byKey;
    }
}
