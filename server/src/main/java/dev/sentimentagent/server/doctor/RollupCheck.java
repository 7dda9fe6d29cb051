package dev.sentimentagent.server.doctor;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Rollups;
import dev.sentimentagent.model.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The sums that are kept with the items, against sums counted anew. */
record RollupCheck(Store store) {
    private static final String NAME = "rollups";
    /** Reddit has nothing older, and nobody writes so far ahead. */
    private static final Window ALL = new Window(Instant.parse("2005-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));
    /** A service that collects meanwhile may commit between the two readings. */
    private static final int READINGS = 5;

    Finding look() {
        for (int i = 0; i < READINGS; i++) {
            Rollups stored = store.statistics().rollups(ALL);
            Map<Rollup.Key, Tally> kept = byKey(stored.list());
            Map<Rollup.Key, Tally> counted = byKey(store.statistics().recount(ALL));
            Set<Rollup.Key> wrong = new HashSet<>(kept.keySet());
            wrong.addAll(counted.keySet());
            wrong.removeIf(key -> Objects.equals(kept.get(key), counted.get(key)));
            if (wrong.isEmpty()) {
                return Finding.ok(NAME, "%,d hourly sums equal a recount of the items".formatted(kept.size()));
            }
            if (store.dataVersion() == stored.dataVersion()) {
                Rollup.Key example = wrong.iterator().next();
                return Finding.fail(
                        NAME,
                        "%,d of %,d hourly sums differ from a recount, such as that of %s at %s"
                                .formatted(wrong.size(), kept.size(), example.name(), example.hour()),
                        "report it: this must not be; restore a backup, or move the database away and import anew");
            }
        }
        return Finding.warn(NAME, "the service stored something during each of " + READINGS + " recounts",
                "run doctor again between two cycles");
    }

    private static Map<Rollup.Key, Tally> byKey(Collection<Rollup> rollups) {
        return rollups.stream().collect(Collectors.toMap(Rollup::key, Rollup::tally));
    }
}
