package dev.sentimentagent.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A prepared statement whose parameters are given from the first to the last; each run begins anew. Not thread-safe. */
final class Sql implements AutoCloseable {
    /** Makes one value of one row. */
    interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    /** Takes one row. */
    interface Consumer {
        void accept(Row row) throws SQLException;
    }

    private final PreparedStatement statement;
    private final boolean batches;
    private int given;
    private int queued;

    Sql(PreparedStatement statement) {
        this(statement, false);
    }

    /** @param batches as {@link Session#batches} says */
    Sql(PreparedStatement statement, boolean batches) {
        this.statement = statement;
        this.batches = batches;
    }

    Sql text(@Nullable String value) throws SQLException {
        statement.setString(++given, value);
        return this;
    }

    Sql number(long value) throws SQLException {
        statement.setLong(++given, value);
        return this;
    }

    Sql number(@Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(++given, Types.BIGINT);
        } else {
            statement.setLong(++given, value);
        }
        return this;
    }

    Sql real(double value) throws SQLException {
        statement.setDouble(++given, value);
        return this;
    }

    void each(Consumer consumer) throws SQLException {
        given = 0;
        try (ResultSet results = statement.executeQuery()) {
            Row row = new Row(results);
            while (row.next()) {
                consumer.accept(row);
            }
        }
    }

    <T> List<T> list(Mapper<T> mapper) throws SQLException {
        List<T> list = new ArrayList<>();
        each(row -> list.add(mapper.map(row)));
        return list;
    }

    <T> Optional<T> first(Mapper<T> mapper) throws SQLException {
        given = 0;
        try (ResultSet results = statement.executeQuery()) {
            Row row = new Row(results);
            return row.next() ? Optional.of(mapper.map(row)) : Optional.empty();
        }
    }

    /** The first row of a query that always has one. */
    <T> T only(Mapper<T> mapper) throws SQLException {
        return first(mapper).orElseThrow(() -> new SQLException("no row where there must be one"));
    }

    /** Changes something, now or with all that is queued of this statement at the next {@link #flush}. */
    void queue() throws SQLException {
        if (batches) {
            given = 0;
            queued++;
            statement.addBatch();
        } else {
            update();
        }
    }

    /** Sends what is queued. */
    void flush() throws SQLException {
        if (queued > 0) {
            queued = 0;
            statement.executeBatch();
        }
    }

    /** Number of rows that changed. */
    int update() throws SQLException {
        given = 0;
        return statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
