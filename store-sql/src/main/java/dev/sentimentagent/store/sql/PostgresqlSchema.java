package dev.sentimentagent.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema of a PostgreSQL database up to date. Instances that start at once wait for one another. */
final class PostgresqlSchema {
    static final String LOCATION = "classpath:db/migration/postgresql";
    /** Version of the newest migration there. */
    static final int VERSION = SqliteSchema.VERSION;
    private static final int EMPTY = 0;

    private PostgresqlSchema() {}

    /**
     * Migrates what is older.
     *
     * @throws Unfit if the schema is newer than this program, or not its own
     */
    static void migrate(DataSource source) throws SQLException {
        if (known(source) < VERSION) {
            Flyway.configure()
                    .dataSource(source)
                    .locations(LOCATION)
                    .failOnMissingLocations(true)
                    .validateMigrationNaming(true)
                    .loggers("slf4j")
                    .load()
                    .migrate();
        }
    }

    /** @throws Unfit if the schema is not that of this program, an older one of its own included */
    static void require(DataSource source) throws SQLException {
        int version = known(source);
        if (version < VERSION) {
            throw new Unfit("its schema is version " + version + "; the next start of the service brings it to " + VERSION);
        }
    }

    private static int known(DataSource source) throws SQLException {
        int version;
        try (Connection connection = source.getConnection()) {
            Kept session = new Kept(connection);
            version = version(session);
            session.forget();
        }
        if (version > VERSION) {
            throw new Unfit("its schema is version " + version + ", this program knows " + VERSION
                    + "; run the program that wrote it, or restore a backup");
        }
        return version;
    }

    private static int version(Session session) throws SQLException {
        String encoding = session.sql("SHOW server_encoding").only(Row::text);
        if (!encoding.equals("UTF8")) {
            throw new Unfit(
                    "its encoding is " + encoding + ", which cannot hold all texts; create it with ENCODING 'UTF8' TEMPLATE template0");
        }
        if (count(session, "pg_namespace WHERE nspname = current_schema()") == 0) {
            throw new Unfit("the schema that currentSchema names is not there; create it");
        }
        if (count(session, "pg_tables WHERE schemaname = current_schema()") == 0) {
            return EMPTY;
        }
        if (count(session, "pg_tables WHERE schemaname = current_schema() AND tablename = 'flyway_schema_history'") == 0) {
            throw new Unfit("tables of another program are in that schema; name another database, or another schema with currentSchema");
        }
        return session.sql("SELECT coalesce(max(CAST(version AS integer)), 0) FROM flyway_schema_history WHERE success")
                .only(row -> (int) row.number());
    }

    private static long count(Session session, String what) throws SQLException {
        return session.sql("SELECT count(*) FROM " + what).only(Row::number);
    }
}
