package dev.sentimentagent.store.sql;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table as it is copied.
 *
 * @param key columns of its primary key, in which order its rows are copied
 * @param columns all of them, the key's first, the others by name
 */
record Table(String name, List<String> key, List<String> columns) {
    /** The tables of a store, each after those that it refers to. */
    static List<Table> of(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        Map<String, Table> tables = new LinkedHashMap<>();
        Map<String, Set<String>> refersTo = new LinkedHashMap<>();
        for (String name : names(connection, data)) {
            List<String> key = key(connection, data, name);
            if (key.isEmpty() || name.equals("flyway_schema_history")) {
                // The history is each database's own; an index of words, which has no key, follows from the rest.
                continue;
            }
            List<String> columns = new ArrayList<>(key);
            read(data.getColumns(connection.getCatalog(), connection.getSchema(), name, null), "COLUMN_NAME").stream()
                    .filter(column -> !key.contains(column))
                    .sorted()
                    .forEach(columns::add);
            tables.put(name, new Table(name, key, List.copyOf(columns)));
            refersTo.put(name,
                    new HashSet<>(read(data.getImportedKeys(connection.getCatalog(), connection.getSchema(), name), "PKTABLE_NAME")));
        }
        List<Table> ordered = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        while (ordered.size() < tables.size()) {
            int before = ordered.size();
            for (Table table : tables.values()) {
                Set<String> needed = new HashSet<>(refersTo.getOrDefault(table.name(), Set.of()));
                needed.remove(table.name());
                if (!placed.contains(table.name()) && placed.containsAll(needed)) {
                    placed.add(table.name());
                    ordered.add(table);
                }
            }
            if (ordered.size() == before) {
                throw new SQLException("tables refer to each other in a circle: " + tables.keySet());
            }
        }
        return Collections.unmodifiableList(ordered);
    }

    private static List<String> names(Connection connection, DatabaseMetaData data) throws SQLException {
        return read(data.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[]{"TABLE"}), "TABLE_NAME").stream()
                .filter(name -> !name.startsWith("sqlite_"))
                .sorted()
                .toList();
    }

    private static List<String> key(Connection connection, DatabaseMetaData data, String table) throws SQLException {
        Map<Integer, String> bySequence = new TreeMap<>();
        try (ResultSet columns = data.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (columns.next()) {
                bySequence.put(columns.getInt("KEY_SEQ"), columns.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(bySequence.values());
    }

    private static List<String> read(ResultSet results, String column) throws SQLException {
        List<String> values = new ArrayList<>();
        try (results) {
            while (results.next()) {
                values.add(results.getString(column));
            }
        }
        return values;
    }

    String count() {
        return "SELECT count(*) FROM " + name;
    }

    /** The key of the last row. */
    String last() {
        return "SELECT " + String.join(", ", key) + " FROM " + name + " ORDER BY "
                + key.stream().map(column -> column + " DESC").collect(Collectors.joining(", ")) + " LIMIT 1";
    }

    /** Rows in the order of the key; all of them, or those after a key that is given. */
    String rows(boolean after) {
        String keys = String.join(", ", key);
        return "SELECT " + String.join(", ", columns) + " FROM " + name
                + (after ? " WHERE (" + keys + ") > (" + marks(key.size()) + ")" : "")
                + " ORDER BY " + keys + " LIMIT ?";
    }

    /** @param insisting whether numbers that the database would give out are given */
    String insert(boolean insisting) {
        return "INSERT INTO " + name + " (" + String.join(", ", columns) + ")" + (insisting ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES ("
                + marks(columns.size()) + ")";
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
