package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** SQLite in a file, in write-ahead mode: one connection writes, a few read beside it, and one is kept for signs of life. */
final class SqliteDatabase implements Database {
    private static final long PING_PATIENCE_MS = 500;

    private final Path file;
    private final SqliteCondition condition;
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final Connection pings; // guarded by pinging
    private final ReentrantLock pinging = new ReentrantLock();

    private SqliteDatabase(Path file, SqliteWriter writer, SqliteReaders readers, Connection pings) {
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
        SqliteWriter writer = new SqliteWriter(settings.writing(file));
        SqliteReaders readers = null;
        try {
            SqliteSchema.migrate(settings.migrating(file), writer);
            readers = new SqliteReaders(settings.reading(file), settings);
            Connection pings = settings.reading(file).getConnection();
            pings.setAutoCommit(false);
            return new SqliteDatabase(file, writer, readers, pings);
        } catch (SQLException | RuntimeException e) {
            if (readers != null) {
                readers.close();
            }
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
    public void ping() throws SQLException {
        condition.requireFile();
        condition.requireNoDamage();
        try {
            if (!pinging.tryLock(PING_PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                throw new SQLTransientException("an earlier ping still waits for an answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientException("interrupted", e);
        }
        try {
            SqliteReaders.read(pings, new SelectDataVersion());
        } finally {
            pinging.unlock();
        }
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
        readers.close();
        pings.close();
        writer.close();
    }
}
