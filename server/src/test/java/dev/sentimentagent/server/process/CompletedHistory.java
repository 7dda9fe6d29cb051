package dev.sentimentagent.server.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.standin.Snapshot;
import dev.sentimentagent.standin.World;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a service has stored whose last cycle but one at the most was completed, beside what there was to be stored.
 *
 * @param fullnames of all items
 * @param cycles newest first
 * @param rollupsEqualRecount whether they do
 * @param expected fullnames of all that had been said since the first start when the last completed cycle began, and had not been deleted
 *     when it ended
 */
record CompletedHistory(Set<String> fullnames, List<Cycle> cycles, boolean rollupsEqualRecount, List<String> expected) {
    private static final Window ALL = new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    /** Reads the database of a service that has ended. */
    static CompletedHistory of(Path database, World world, String subreddits, Instant firstStart) throws IOException, SQLException {
        Set<String> stored = CommittedState.of(database).fullnames();
        try (Store store = Databases.open(database)) {
            boolean equal = Set.copyOf(store.statistics().rollups(ALL).list()).equals(Set.copyOf(store.statistics().recount(ALL)));
            List<Cycle> cycles = store.cycles().recent(1000);
            Cycle whole = cycles.stream().filter(cycle -> cycle.status() == CycleStatus.COMPLETED).findFirst().orElseThrow();
            return new CompletedHistory(stored, cycles, equal, expected(world, subreddits, firstStart, whole));
        }
    }

    /** Asserts that nothing is missing, nothing doubled and nothing left open. */
    void assertWhole() {
        assertThat(expected).isNotEmpty();
        assertThat(fullnames).containsAll(expected);
        assertThat(rollupsEqualRecount).as("rollups equal a recount").isTrue();
        assertThat(cycles).extracting(Cycle::status).containsOnly(CycleStatus.INTERRUPTED, CycleStatus.COMPLETED);
        assertThat(cycles).allSatisfy(cycle -> assertThat(cycle.endedAt()).isNotNull());
        assertThat(cycles.stream().mapToLong(cycle -> cycle.counts().stored()).sum()).as("each was stored once")
                .isEqualTo(fullnames.size());
    }

    int interruptedCycles() {
        return (int) cycles.stream().filter(cycle -> cycle.status() == CycleStatus.INTERRUPTED).count();
    }

    private static List<String> expected(World world, String subreddits, Instant firstStart, Cycle whole) {
        List<String> names = List.of(subreddits.split(","));
        Instant end = requireNonNull(whole.endedAt());
        return Arrays.stream(ItemKind.values())
                .flatMap(kind -> world.createdWithin(kind, new Window(firstStart, whole.startedAt())))
                .map(World.Created::fullname)
                .filter(name -> {
                    Snapshot state = world.state(name, end).orElseThrow();
                    return !state.gone() && names.contains(state.subreddit());
                })
                .toList();
    }
}
