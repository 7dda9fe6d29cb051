package dev.sentimentagent.store.sql;

import java.nio.file.Path;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * How connections are set up.
 *
 * @param busyTimeout how long a statement waits for a lock that another process holds before it fails
 * @param readers connections for reading
 * @param poolTimeout how long a call waits for one of them
 */
record SqliteSettings(Duration busyTimeout, int readers, Duration poolTimeout) {
    static final SqliteSettings DEFAULT = new SqliteSettings(Duration.ofSeconds(1), 4, Duration.ofSeconds(5));

    private static final int WRITER_CACHE_KIB = 16 * 1024;
    private static final int READER_CACHE_KIB = 4 * 1024;
    private static final int JOURNAL_LIMIT_BYTES = 64 << 20;
    /** 32 MB. */
    private static final int CHECKPOINT_PAGES = 8192;

    /** For the one connection that writes. */
    SQLiteDataSource writing(Path file) {
        SQLiteConfig config = durable();
        // A transaction that begins with a read could find at its first write that another process was faster, and fail.
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return source(file, config);
    }

    /** For Flyway, which has a second connection open beside the one that writes. */
    SQLiteDataSource migrating(Path file) {
        return source(file, durable());
    }

    SQLiteDataSource reading(Path file) {
        SQLiteConfig config = config(READER_CACHE_KIB);
        // The writer creates the file. One that is gone later must not come back empty.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return source(file, config);
    }

    private SQLiteConfig durable() {
        SQLiteConfig config = config(WRITER_CACHE_KIB);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setJournalSizeLimit(JOURNAL_LIMIT_BYTES);
        // What many transactions in a row change goes to the file once: a reanalysis would copy its pages with every second commit.
        config.setPragma(Pragma.WAL_AUTOCHECKPOINT, String.valueOf(CHECKPOINT_PAGES));
        config.enforceForeignKeys(true);
        // Else the driver asks for the last row's number after every statement.
        config.setGetGeneratedKeys(false);
        // Text that was deleted on Reddit is overwritten in the file, not just forgotten.
        config.setPragma(Pragma.SECURE_DELETE, "ON");
        return config;
    }

    private SQLiteConfig config(int cacheKib) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        // SQLite takes a negative size as KiB.
        config.setCacheSize(-cacheKib);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        return config;
    }

    private static SQLiteDataSource source(Path file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }
}
