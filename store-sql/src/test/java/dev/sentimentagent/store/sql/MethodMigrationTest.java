package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.testsupport.TestPostgresql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Version 5 counts by method, and bots, what an earlier version has stored. */
class MethodMigrationTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void sqlite(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("store.db");
        try (Store store = Fixtures.open(file)) {
            fill(store);
        }
        goBack(DriverManager.getConnection("jdbc:sqlite:" + file));
        try (Store store = Fixtures.open(file)) {
            requireAll(store);
        }
    }

    @Test
    void postgresql() throws SQLException {
        PostgresqlUrl url = PostgresqlFixtures.newDatabase();
        try (Store store = PostgresqlFixtures.open(url, RetryPolicy.NEVER)) {
            fill(store);
        }
        goBack(TestPostgresql.shared().connect(url.text()));
        try (Store store = PostgresqlFixtures.open(url, RetryPolicy.NEVER)) {
            requireAll(store);
        }
    }

    private static void fill(Store store) {
        Fixtures.fill(store, 200, 50);
        store.items().save(Batch.of(List.of(
                new ScoredItem(comment("b"), Score.unjudged("DEVTALK", "2"), Mentions.NONE, true, false),
                new ScoredItem(comment("old"), new Score(Sentiment.NEGATIVE, -0.5, 0.1, 0.6, 0.3, 0.6, "DEVTALK",
                        "2"), Set.of()))));
    }

    private static Comment comment(String id) {
        return new Comment(id, "Cursor", "ann", "p", "t3_p", "words", "/c", NOW, NOW, 1, null, false);
    }

    private static void goBack(Connection there) throws SQLException {
        try (Connection connection = there; Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("DELETE FROM rollup WHERE dimension >= 2")).isPositive();
            assertThat(statement.executeUpdate("DELETE FROM flyway_schema_history WHERE version = '5'")).isEqualTo(1);
        }
    }

    private static void requireAll(Store store) {
        assertThat(Fixtures.rollupsAreExact(store)).isTrue();
        assertThat(store.statistics().rollups(Fixtures.EVER).list()).extracting(Rollup::key).extracting(Rollup.Key::dimension)
                .contains(Dimension.METHOD, Dimension.BOT);
    }
}
