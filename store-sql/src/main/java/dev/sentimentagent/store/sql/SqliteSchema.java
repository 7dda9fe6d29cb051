package dev.sentimentagent.store.sql;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema of an SQLite database up to date. */
final class SqliteSchema {
    /** Version of the newest migration in {@code db/migration/sqlite}. */
    static final int VERSION = 5;

    static final String LOCATION = "classpath:db/migration/sqlite";

    private static final int EMPTY = 0;

    private SqliteSchema() {}

    /**
     * Migrates what is older; leaves a schema of this version alone, because Flyway takes longer to find that out than all the rest of
     * opening. Makes the indexes that a load has left off.
     *
     * @throws Unfit if the schema is newer than this program, or not its own
     */
    static void migrate(DataSource source, SqliteWriter writer) throws SQLException {
        int version = known(writer);
        if (version > EMPTY && writer.write(PendingIndexes::any)) {
            writer.write(new EndLoad());
        }
        if (version < VERSION) {
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
    static void require(SqliteWriter writer) throws SQLException {
        int version = known(writer);
        if (version < VERSION) {
            throw new Unfit("its schema is version " + version + "; the next start of the service brings it to " + VERSION);
        }
        if (writer.write(PendingIndexes::any)) {
            throw new Unfit(
                    "an import goes on, or broke off before its indexes were made; wait for it, import again, or start the service");
        }
    }

    /** Version of a schema that is not newer than this program. */
    private static int known(SqliteWriter writer) throws SQLException {
        // Asked of the writer, so that a file that can be read but not written is noticed now.
        int version = writer.write(SqliteSchema::version);
        if (version > VERSION) {
            throw new Unfit("its schema is version " + version + ", this program knows " + VERSION
                    + "; run the program that wrote it, or restore a backup");
        }
        return version;
    }

    private static int version(Session session) throws SQLException {
        long tables = session.sql("SELECT count(*) FROM sqlite_schema").only(Row::number);
        if (tables == 0) {
            return EMPTY;
        }
        long histories = session.sql("SELECT count(*) FROM sqlite_schema WHERE name = 'flyway_schema_history'").only(Row::number);
        if (histories == 0) {
            throw new Unfit("it is the database of another program; name another file in STORE_URL");
        }
        Optional<Long> version = session.sql("SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success = 1")
                .first(Row::number);
        // Not while none has been applied: a migration that broke off is made up for.
        if (version.orElse(0L) > EMPTY
                && session.sql("SELECT count(*) FROM sqlite_schema WHERE name = 'rollup_day'").only(Row::number) == 0) {
            throw new Unfit("it was written by a build from before the first release; move it away and collect or import anew");
        }
        return version.map(Math::toIntExact).orElse(EMPTY);
    }
}
