package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a store is the same as the one that it was copied from. */
record Comparison(Store one, Store other) {
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
    /** Of so much at once, so that no single question takes long. */
    private static final Duration STEP = Duration.ofDays(1);

    /** In what they differ, in a sentence; empty if in nothing that is looked at. */
    Optional<String> difference() {
        if (!one.rowCounts().equals(other.rowCounts())) {
            return Optional.of("THE COPY HAS OTHER NUMBERS OF ROWS: " + one.rowCounts() + " and " + other.rowCounts());
        }
        if (one.dataVersion() != other.dataVersion()) {
            return Optional.of("THE SOURCE HAS CHANGED MEANWHILE");
        }
        List<Rollup> hours = one.statistics().rollups(EVER).list();
        if (!new HashSet<>(hours).equals(new HashSet<>(other.statistics().rollups(EVER).list()))) {
            return Optional.of("THE COPY HAS OTHER HOURLY TALLIES");
        }
        if (!new HashSet<>(one.retention().archived(EVER)).equals(new HashSet<>(other.retention().archived(EVER)))) {
            return Optional.of("THE COPY HAS OTHER DAILY TALLIES");
        }
        return recountedAs(other, new HashSet<>(hours)) ? Optional.empty() : Optional.of("A RECOUNT OF THE COPY GIVES OTHER TALLIES");
    }

    /** Whether the items of a store give these sums. */
    static boolean recountedAs(Store store, Set<Rollup> hours) {
        Set<Rollup> counted = new HashSet<>();
        Instant first = hours.stream().map(rollup -> rollup.key().hour()).min(Instant::compareTo).orElse(Instant.EPOCH);
        Instant last = hours.stream().map(rollup -> rollup.key().hour()).max(Instant::compareTo).orElse(Instant.EPOCH);
        for (Instant from = first; !from.isAfter(last); from = from.plus(STEP)) {
            counted.addAll(store.statistics().recount(new Window(from, from.plus(STEP))));
        }
        return counted.equals(hours);
    }
}
