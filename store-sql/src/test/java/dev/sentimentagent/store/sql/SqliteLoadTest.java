package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.BulkLoad;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load into an empty database leaves the indexes off, and whatever becomes of it, they are there when the store is used. */
class SqliteLoadTest {
    private static final int ITEMS = 2000;
    private static final int INDEXES_OF_ITEMS = 5;

    @TempDir
    private Path folder;

    private final List<ScoredItem> items = new NinetyDays(ITEMS, 5).next(ITEMS);

    @Test
    void aLoadMakesTheIndexesAtItsEnd() throws SQLException {
        Path file = folder.resolve("store.db");
        List<String> schema;
        try (Store store = Fixtures.open(file)) {
            schema = schema(file);
            try (BulkLoad _ = store.bulkLoad()) {
                assertThat(indexes(file)).isZero();
                save(store, 0, ITEMS / 2);
                BatchResult again = store.items().save(Batch.of(items.subList(0, 500)));
                assertThat(again.unchanged()).isEqualTo(500);
                save(store, ITEMS / 2, ITEMS);
            }
            assertThat(schema(file)).as("and all that the planner is told").isEqualTo(schema).isNotEmpty();
            assertThat(Fixtures.rollupsAreExact(store)).isTrue();
            assertThat(count(store)).isEqualTo(ITEMS);
        }
        assertThat(indexes(file)).isEqualTo(INDEXES_OF_ITEMS);
    }

    @Test
    void oneThatHoldsItemsKeepsItsIndexes() throws SQLException {
        Path file = folder.resolve("store.db");
        try (Store store = Fixtures.open(file)) {
            save(store, 0, 500);
            try (BulkLoad _ = store.bulkLoad()) {
                assertThat(indexes(file)).isEqualTo(INDEXES_OF_ITEMS);
                save(store, 0, 1000);
            }
            assertThat(count(store)).isEqualTo(1000);
        }
    }

    @Test
    void theNextOpeningMakesWhatALoadThatDiedHasLeftOff() throws IOException, SQLException {
        Path file = folder.resolve("store.db");
        Path copy = folder.resolve("copy.db");
        List<String> schema;
        try (Store store = Fixtures.open(file)) {
            schema = schema(file);
            try (BulkLoad _ = store.bulkLoad()) {
                save(store, 0, 1000);
                Files.copy(file, copy);
                Files.copy(folder.resolve("store.db-wal"), folder.resolve("copy.db-wal"));
            }
        }
        assertThatThrownBy(() -> SqliteStore.openAsItIs(copy, RetryPolicy.NEVER, TimeSource.system(), new Random(1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("broke off before its indexes were made");
        try (Store recovered = Fixtures.open(copy)) {
            assertThat(schema(copy)).isEqualTo(schema);
            assertThat(count(recovered)).isEqualTo(1000);
            assertThat(Fixtures.rollupsAreExact(recovered)).isTrue();
            try (BulkLoad _ = recovered.bulkLoad()) {
                assertThat(indexes(copy)).isEqualTo(INDEXES_OF_ITEMS);
                save(recovered, 500, ITEMS);
            }
            assertThat(count(recovered)).isEqualTo(ITEMS);
        }
    }

    @Test
    void whatAnotherWritesMeanwhileIsSeen() throws SQLException {
        Path file = folder.resolve("store.db");
        try (Store store = Fixtures.open(file)) {
            try (BulkLoad _ = store.bulkLoad(); Store other = Fixtures.open(file)) {
                assertThat(indexes(file)).as("whoever opens it has them").isEqualTo(INDEXES_OF_ITEMS);
                save(store, 0, 500);
                save(other, 500, 1000);
                assertThat(store.items().save(Batch.of(items.subList(600, 1000))).unchanged()).isEqualTo(400);
            }
            assertThat(count(store)).isEqualTo(1000);
            assertThat(indexes(file)).isEqualTo(INDEXES_OF_ITEMS);
            assertThat(Fixtures.rollupsAreExact(store)).isTrue();
        }
    }

    @Test
    void theKeysOfVeryManyAreSortedInFiles() throws SQLException {
        Path file = folder.resolve("store.db");
        List<String> schema;
        try (Store store = Fixtures.open(file)) {
            save(store, 0, ITEMS);
            schema = schema(file);
        }
        SqliteDatabase database = SqliteDatabase.openAsItIs(file, Fixtures.SETTINGS);
        try {
            database.write(session -> {
                PendingIndexes.putOff(session);
                return PendingIndexes.any(session);
            });
            assertThat(indexes(file)).isZero();
            database.write(session -> {
                PendingIndexes.make(session, 0);
                return PendingIndexes.any(session);
            });
        } finally {
            database.close();
        }
        assertThat(schema(file)).isEqualTo(schema);
    }

    private void save(Store store, int from, int to) {
        List<Batch> batches = Batch.split(items.subList(from, to));
        store.items().saveAll(batches);
    }

    private static long count(Store store) {
        return store.items().count(Fixtures.EVER).values().stream().mapToLong(Long::longValue).sum();
    }

    private static int indexes(Path file) throws SQLException {
        return lines(file, "SELECT name FROM sqlite_schema WHERE tbl_name = 'item' AND type = 'index' AND sql IS NOT NULL").size();
    }

    private static List<String> schema(Path file) throws SQLException {
        return lines(file, """
                SELECT type || name || coalesce(sql, '') AS line FROM sqlite_schema
                UNION ALL SELECT coalesce(tbl, '') || coalesce(idx, '') || stat FROM sqlite_stat1 ORDER BY line""");
    }

    private static List<String> lines(Path file, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
