package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database may have been written by a version that knew other reasons. */
class ReasonsOfOtherVersionsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void areReadAsOther() throws SQLException {
        Path file = folder.resolve("store.db");
        Cycle cycle = Cycle.starting(NOW, 0);
        Gap gap = new Gap("Cursor", Listing.NEW, NOW.minusSeconds(60), NOW, Reason.LISTING_CAP, cycle.id(), NOW);
        try (Store store = Fixtures.open(file)) {
            store.cycles().open(cycle);
            Incident incident = new Incident(Reason.PRIVATE, "new: 403", 2);
            store.items().save(new Batch(List.of(), new Batch.Progress(cycle.id(), "Cursor", 0, List.of(incident)), null, gap));
        }
        execute(file, "UPDATE cycle_incident SET reason = 'bored'", "UPDATE gap SET reason = 'bored'");

        try (Store store = Fixtures.open(file)) {
            assertThat(store.cycles().recent(1).getFirst().subreddits().getFirst().incidents())
                    .containsExactly(new Incident(Reason.OTHER, "bored: new: 403", 2));
            assertThat(store.cycles().gaps(Fixtures.EVER))
                    .containsExactly(new Gap("Cursor", Listing.NEW, gap.from(), gap.to(), Reason.OTHER, cycle.id(), NOW));
        }
    }

    private static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                assertThat(statement.executeUpdate(sql)).isEqualTo(1);
            }
        }
    }
}
