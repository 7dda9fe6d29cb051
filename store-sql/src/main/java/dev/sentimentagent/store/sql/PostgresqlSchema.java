package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.SupersededException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema of a PostgreSQL database up to date. Instances that start at once wait for one another.
 *
 * <p>Instances of an earlier version go on beside one of a later: they read, and their writes are refused ({@link #requireWritable}). A change
 * of the schema therefore adds, and takes nothing away that the version before it reads. What takes away comes a version later, in a migration
 * whose name begins with {@link #CONTRACT}; none writes {@code data_version}. A program that does not know that one does not open the database at all.
 */
final class PostgresqlSchema {
    static final String LOCATION = "classpath:db/migration/postgresql";
    /** Version of the newest migration there. */
    static final int VERSION = SqliteSchema.VERSION;
    /** How the description of a migration begins that takes away what earlier versions read. */
    static final String CONTRACT = "contract";
    /** An expression: version of the schema, as those who write must ask for it after they have locked {@code data_version}. */
    static final String NEWEST = "(SELECT max(CAST(version AS integer)) FROM flyway_schema_history WHERE success)";
    private static final int EMPTY = 0;

    private PostgresqlSchema() {}

    /**
     * Migrates what is older, and leaves alone what is newer.
     *
     * @throws Unfit if the schema is so much newer that this program cannot even read it, or not its own
     */
    static void migrate(DataSource source) throws SQLException {
        if (version(source) < VERSION) {
            migrate(source, LOCATION);
        }
    }

    /** Nobody writes meanwhile, and everybody reads on. */
    static void migrate(DataSource source, String... locations) throws SQLException {
        try (Connection guard = source.getConnection(); Statement statement = guard.createStatement()) {
            guard.setAutoCommit(false);
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
            statement.execute("DO $$ BEGIN IF to_regclass('data_version') IS NOT NULL THEN"
                    + " LOCK TABLE data_version IN EXCLUSIVE MODE; END IF; END $$");
            // On connections of its own: it notes the new version in a transaction after that of the migration, and no write may come in between.
            Flyway.configure()
                    .dataSource(source)
                    .locations(locations)
                    .failOnMissingLocations(true)
                    .validateMigrationNaming(true)
                    .loggers("slf4j")
                    .load()
                    .migrate();
            guard.rollback();
        }
    }

    /**
     * Holds off the writes of a program that would leave out what a later one counts.
     *
     * @param schema its present version
     * @throws SupersededException if this program does not know it
     */
    static void requireWritable(long schema) {
        if (schema > VERSION) {
            throw new SupersededException(schema, VERSION);
        }
    }

    /** @throws Unfit if the schema is not that of this program, an older one of its own included */
    static void require(DataSource source) throws SQLException {
        int version = version(source);
        if (version > VERSION) {
            throw newer(version);
        }
        if (version < VERSION) {
            throw new Unfit("its schema is version " + version + "; the next start of the service brings it to " + VERSION);
        }
    }

    private static int version(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Kept session = new Kept(connection);
            int version = version(session);
            session.forget();
            return version;
        }
    }

    private static Unfit newer(int version) {
        return new Unfit("its schema is version " + version + ", this program knows " + VERSION
                + "; run the program that wrote it, or restore a backup");
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
        int version = session.sql("SELECT coalesce(" + NEWEST + ", 0)").only(row -> (int) row.number());
        if (session.sql("SELECT count(*) FROM flyway_schema_history WHERE success AND CAST(version AS integer) > ? AND description LIKE ?")
                .number(VERSION)
                .text(CONTRACT + "%")
                .only(Row::number) > 0) {
            throw newer(version);
        }
        return version;
    }

    private static long count(Session session, String what) throws SQLException {
        return session.sql("SELECT count(*) FROM " + what).only(Row::number);
    }
}
