package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.store.Lease;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.SupersededException;
import dev.sentimentagent.testsupport.TestPostgresql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A later version beside this one on a server: what this one does while and after the schema is brought further than it knows. */
@Timeout(60)
class PostgresqlUpgradeTest {
    private static final String LATER = "classpath:db/migration/next";
    private static final Duration LASTS = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Pattern TAKES_AWAY = Pattern
            .compile("(?i)\\b(DROP|RENAME|TRUNCATE|SET NOT NULL|ALTER COLUMN \\w+ (SET DATA )?TYPE|UPDATE data_version)\\b");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");
    /** Before it no instance could go on beside a later one. */
    private static final int FIRST_BESIDE = 6;

    private final TestPostgresql server = TestPostgresql.shared();
    private final PostgresqlUrl url = PostgresqlFixtures.newDatabase();

    @Test
    void itReadsOnAllTheTimeAndWritesNothingFromThenOn() throws Exception {
        try (Store store = PostgresqlFixtures.open(url, RetryPolicy.NEVER);
                ExecutorService threads = Executors.newCachedThreadPool();
                Connection test = server.connect(url.text());
                Statement statement = test.createStatement()) {
            Fixtures.fill(store, 200, 100);
            Lease lease = store.leases().acquire("collector", "earlier", NOW, LASTS).orElseThrow();
            var rollups = store.statistics().rollups(Fixtures.EVER).list();
            long version = store.dataVersion();

            statement.execute("SELECT pg_advisory_lock(99)");
            DataSource source = url.source(null);
            Future<?> migration = threads.submit(() -> {
                PostgresqlSchema.migrate(source, PostgresqlSchema.LOCATION, LATER);
                return true;
            });
            await().until(() -> waiting("advisory"));
            Future<?> write = threads.submit(() -> store.cycles().open(Cycle.starting(NOW, 0)));
            await().until(() -> waiting("relation"));
            assertThat(store.statistics().rollups(Fixtures.EVER).list()).isEqualTo(rollups);
            assertThat(store.ping()).isEqualTo(version);
            statement.execute("SELECT pg_advisory_unlock(99)");
            migration.get();

            assertThatThrownBy(write::get).as("what waited for the migration").hasCauseInstanceOf(SupersededException.class);
            assertThatThrownBy(() -> Fixtures.fill(store, 300, 100)).isInstanceOf(SupersededException.class)
                    .hasMessageContaining("has brought the store to schema 99, this one knows " + PostgresqlSchema.VERSION);
            assertThatThrownBy(() -> store.leases().renew(lease, NOW, LASTS)).isInstanceOf(SupersededException.class);
            assertThatThrownBy(() -> store.leases().acquire("other", "earlier", NOW, LASTS)).isInstanceOf(SupersededException.class);
            store.leases().release(lease);
            assertThat(store.leases().find("collector")).isEmpty();
            assertThat(store.ping()).as("the store is well").isEqualTo(version);
            assertThat(store.cycles().recent(1)).isEmpty();
            assertServesWhatItKnows(store, version, rollups.size());
        }
        try (Store again = PostgresqlFixtures.open(url, RetryPolicy.NEVER)) {
            assertServesWhatItKnows(again, 0, again.statistics().rollups(Fixtures.EVER).list().size());
        }
    }

    private static void assertServesWhatItKnows(Store store, long since, int rollups) {
        assertThat(store.statistics().rollups(Fixtures.EVER).list()).as("without what it cannot count by").hasSize(rollups);
        assertThat(store.statistics().changedSince(since).list()).hasSize(since == 0 ? rollups : 0);
        assertThat(Fixtures.rollupsAreExact(store)).isTrue();
        assertThat(store.items().recentPosts(null, Instant.EPOCH, 10, null).items()).isNotEmpty();
    }

    @Test
    void onlyMigrationsWithThatNameTakeAway() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration/postgresql"))) {
            List<Path> later = files.filter(file -> version(file) >= FIRST_BESIDE).toList();
            assertThat(later).allSatisfy(file -> assertThat(takesAway(Files.readString(file))).as("%s must be V…__%s_….sql", file,
                    PostgresqlSchema.CONTRACT).isEqualTo(file.getFileName().toString().contains("__" + PostgresqlSchema.CONTRACT + "_")));
        }
        assertThat(takesAway("ALTER TABLE item DROP COLUMN body;")).isTrue();
        assertThat(takesAway("ALTER TABLE item ALTER COLUMN body TYPE varchar;")).isTrue();
        assertThat(takesAway("-- DROP nothing\nALTER TABLE item ADD COLUMN mood smallint NOT NULL DEFAULT 0;")).isFalse();
    }

    private static int version(Path migration) {
        var name = VERSION.matcher(migration.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    private static boolean takesAway(String sql) {
        return TAKES_AWAY.matcher(sql.replaceAll("--.*", "")).find();
    }

    private boolean waiting(String lock) throws SQLException {
        try (Connection connection = server.connect(url.text());
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery("SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)"
                        + " WHERE NOT granted AND locktype = '" + lock + "' AND datname = current_database()")) {
            waiting.next();
            return waiting.getLong(1) > 0;
        }
    }
}
