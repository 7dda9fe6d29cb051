package dev.sentimentagent.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The current row of a result, read from the first column to the last. Not thread-safe. */
final class Row {
    private final ResultSet results;
    private int read;

    Row(ResultSet results) {
        this.results = results;
    }

    boolean next() throws SQLException {
        read = 0;
        return results.next();
    }

    String text() throws SQLException {
        String value = results.getString(++read);
        if (value == null) {
            throw new SQLException("column " + read + " is null");
        }
        return value;
    }

    @Nullable
    String textOrNull() throws SQLException {
        return results.getString(++read);
    }

    long number() throws SQLException {
        return results.getLong(++read);
    }

    @Nullable
    Long numberOrNull() throws SQLException {
        long value = results.getLong(++read);
        return results.wasNull() ? null : value;
    }

    double real() throws SQLException {
        return results.getDouble(++read);
    }
}
