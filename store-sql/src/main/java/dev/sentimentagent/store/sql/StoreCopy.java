package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies a store, row by row, into another that is empty. One that broke off goes on where it was; until it is done the target is marked as
 * unfinished. Both have the schema of this program. Not thread-safe.
 */
public final class StoreCopy {
    private static final int ROWS = 5000;
    /** Kept in the place of a lease: whose copy it is, and of which version. */
    private static final String MARK = "copy";

    private final StoreEnd from;
    private final StoreEnd to;

    /** Is told how far a table is. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param copied rows of the table that the target has by now
         * @param rows of the table in all
         */
        void copied(String table, long copied, long rows);
    }

    public StoreCopy(StoreEnd from, StoreEnd to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies what is not copied yet, and compares the number of rows of each table.
     *
     * @return how many rows there are in all
     * @throws StoreException if one of the two fails, the target holds something else, or the source has changed since a copy broke off
     */
    public long run(Listener listener) {
        try (Connection source = from.read(); Connection target = to.write()) {
            // What only one kind of database has, such as an index of words, follows from the rest.
            List<Table> tables = common(Table.of(source), Table.of(target));
            if (!common(Table.of(target), tables).equals(tables)) {
                throw refused("the two have different tables: " + tables + " and " + Table.of(target));
            }
            long version = number(source, "SELECT version FROM data_version");
            begin(target, tables, version);
            long rows = 0;
            for (Table table : tables) {
                rows += copy(source, target, table, listener);
            }
            finish(target);
            return rows;
        } catch (SQLException e) {
            throw new StoreException("copying " + from + " to " + to + " failed: " + Calls.oneLine(e) + "; run it again to go on", true, e);
        }
    }

    private static List<Table> common(List<Table> tables, List<Table> others) {
        Set<String> names = others.stream().map(Table::name).collect(Collectors.toSet());
        return tables.stream().filter(table -> names.contains(table.name())).toList();
    }

    private void begin(Connection target, List<Table> tables, long version) throws SQLException {
        String marked = mark(target);
        String mine = from + " " + version;
        if (marked != null && !marked.equals(mine)) {
            throw refused("the target holds an unfinished copy of " + marked + " (address and version), not of " + mine
                    + ": empty it and begin again");
        }
        if (marked != null) {
            return;
        }
        if (number(target, "SELECT version FROM data_version") != 0 || number(target, "SELECT count(*) FROM item") != 0) {
            throw refused("the target is not empty: name a new one");
        }
        // What the migrations put in, too.
        for (Table table : tables.reversed()) {
            update(target, "DELETE FROM " + table.name());
        }
        try (PreparedStatement mark = target.prepareStatement("INSERT INTO lease (name, holder, token, until_at) VALUES (?, ?, 0, 0)")) {
            mark.setString(1, MARK);
            mark.setString(2, mine);
            mark.executeUpdate();
        }
        target.commit();
    }

    private long copy(Connection source, Connection target, Table table, Listener listener) throws SQLException {
        if (table.name().equals("lease")) {
            // Nobody who has one there has it here.
            return 0;
        }
        long rows = number(source, table.count());
        long copied = number(target, table.count());
        List<Object> after = key(target, table);
        target.commit();
        listener.copied(table.name(), copied, rows);
        boolean more = true;
        while (more) {
            int read = 0;
            try (PreparedStatement select = source.prepareStatement(table.rows(!after.isEmpty()));
                    PreparedStatement insert = target.prepareStatement(table.insert(to.server()))) {
                int given = 0;
                for (Object value : after) {
                    select.setObject(++given, value);
                }
                select.setInt(++given, ROWS);
                try (ResultSet results = select.executeQuery()) {
                    while (results.next()) {
                        read++;
                        after = new ArrayList<>();
                        for (int i = 1; i <= table.columns().size(); i++) {
                            Object value = results.getObject(i);
                            insert.setObject(i, value);
                            if (i <= table.key().size()) {
                                after.add(value);
                            }
                        }
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            target.commit();
            copied += read;
            more = read == ROWS;
            if (read > 0) {
                listener.copied(table.name(), copied, rows);
            }
        }
        if (copied != rows) {
            throw refused("table " + table.name() + " has " + rows + " rows and " + copied + " in the copy");
        }
        return rows;
    }

    private void finish(Connection target) throws SQLException {
        if (to.server()) {
            // Numbers that have been given out are not given out again.
            List<String> counters = new ArrayList<>();
            try (PreparedStatement columns = target.prepareStatement("SELECT table_name, column_name FROM information_schema.columns"
                    + " WHERE table_schema = current_schema() AND is_identity = 'YES'"); ResultSet results = columns.executeQuery()) {
                while (results.next()) {
                    String table = results.getString(1);
                    String column = results.getString(2);
                    counters.add(
                            "SELECT setval(pg_get_serial_sequence('%1$s', '%2$s'), (SELECT coalesce(max(%2$s), 0) + 1 FROM %1$s), false)"
                                    .formatted(table, column));
                }
            }
            for (String counter : counters) {
                number(target, counter);
            }
        }
        update(target, "DELETE FROM lease WHERE name = '" + MARK + "'");
        target.commit();
        if (to.server()) {
            target.setAutoCommit(true);
            // Else the first queries would be planned without knowing how much there is.
            update(target, "VACUUM ANALYZE");
        }
    }

    private static List<Object> key(Connection connection, Table table) throws SQLException {
        List<Object> key = new ArrayList<>();
        try (PreparedStatement last = connection.prepareStatement(table.last()); ResultSet results = last.executeQuery()) {
            if (results.next()) {
                for (int i = 1; i <= table.key().size(); i++) {
                    key.add(results.getObject(i));
                }
            }
        }
        return key;
    }

    private static @Nullable String mark(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT holder FROM lease WHERE name = '" + MARK + "'");
                ResultSet results = select.executeQuery()) {
            return results.next() ? results.getString(1) : null;
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql); ResultSet results = select.executeQuery()) {
            results.next();
            return results.getLong(1);
        }
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private StoreException refused(String why) {
        return new StoreException("cannot copy " + from + " to " + to + ": " + why, false, null);
    }
}
