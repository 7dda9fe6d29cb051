package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.testsupport.TestPostgresql;
import java.time.Duration;
import java.util.Random;

/** What several tests of PostgreSQL need. */
final class PostgresqlFixtures {
    /** As the real ones, but impatient. */
    static final PostgresqlSettings SETTINGS = new PostgresqlSettings(2, Duration.ofMillis(500), Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    private static final class Template {
        /** With the schema: copying it takes a tenth of the time of migrating. */
        private static final String URL = TestPostgresql.shared().newDatabase();

        static {
            open(PostgresqlUrl.parse(URL), RetryPolicy.NEVER).close();
        }
    }

    private PostgresqlFixtures() {}

    static PostgresqlUrl newDatabase() {
        return PostgresqlUrl.parse(TestPostgresql.shared().copyOf(Template.URL));
    }

    static Store open(PostgresqlUrl url, RetryPolicy retries) {
        return PostgresqlStore.open(url, null, SETTINGS, retries, TimeSource.system(), new Random(1));
    }
}
