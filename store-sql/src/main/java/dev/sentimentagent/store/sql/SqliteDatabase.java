package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteDataSource;

/** SQLite in a file, in write-ahead mode: one connection writes, a few read beside it, and one is kept for signs of life. */
final class SqliteDatabase implements Database {
    private final Path file;
    private final SqliteCondition condition;
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final SqlitePing pings;

    /** What comes before the first query. */
    @FunctionalInterface
    private interface Preparation {
        void prepare(SqliteWriter writer) throws SQLException;
    }

    private SqliteDatabase(Path file, SqliteWriter writer, SqliteReaders readers, SqlitePing pings) {
        this.file = file;
        this.condition = new SqliteCondition(file);
        this.writer = writer;
        this.readers = readers;
        this.pings = pings;
    }

    /**
     * Opens and migrates the database.
     *
     * @throws StoreException if that fails, in one line that says what to do
     */
    static SqliteDatabase open(Path file, SqliteSettings settings) {
        SqliteOpening.prepareFolder(file);
        return open(file, settings, writer -> SqliteSchema.migrate(settings.migrating(file), writer));
    }

    /** Opens a database that is there and has the schema of this program. */
    static SqliteDatabase openAsItIs(Path file, SqliteSettings settings) {
        return open(file, settings, SqliteSchema::require);
    }

    private static SqliteDatabase open(Path file, SqliteSettings settings, Preparation preparation) {
        SqliteWriter writer = new SqliteWriter(settings.writing(file));
        try {
            preparation.prepare(writer);
            SQLiteDataSource reading = settings.reading(file);
            return new SqliteDatabase(file, writer, new SqliteReaders(reading, settings), new SqlitePing(reading));
        } catch (SQLException | RuntimeException e) {
            try {
                writer.close();
            } catch (SQLException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw SqliteOpening.explain(file, e);
        }
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public boolean putsOffIndexes() {
        return true;
    }

    @Override
    public <T> T read(Query<T> query) throws SQLException {
        condition.requireFile();
        try {
            return readers.read(query);
        } catch (SQLException e) {
            condition.note(e);
            throw e;
        }
    }

    @Override
    public <T> T write(Query<T> query) throws SQLException {
        condition.requireFile();
        try {
            return writer.write(query);
        } catch (SQLException e) {
            condition.note(e);
            throw e;
        }
    }

    @Override
    public long ping() throws SQLException {
        condition.requireFile();
        condition.requireNoDamage();
        return pings.ping();
    }

    @Override
    public Failure classify(SQLException failure) {
        return SqliteErrors.classify(failure);
    }

    @Override
    public long sizeBytes() throws IOException {
        long bytes = 0;
        for (Path part : List.of(file, file.resolveSibling(file.getFileName() + "-wal"))) {
            try {
                bytes += Files.size(part);
            } catch (NoSuchFileException _) {
                // The log is absent after a clean close until the next write.
            }
        }
        return bytes;
    }

    @Override
    public void close() throws SQLException {
        try {
            readers.close();
            pings.close();
        } finally {
            writer.close();
        }
    }
}
