package dev.sentimentagent.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A few connections that read, side by side with the writer. Thread-safe. */
final class SqliteReaders {
    private final HikariDataSource pool;

    SqliteReaders(DataSource source, SqliteSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sqlite-readers");
        config.setDataSource(source);
        // A transaction for each call, so that all its queries see the same state.
        config.setAutoCommit(false);
        config.setConnectionInitSql("PRAGMA query_only = true");
        config.setMaximumPoolSize(settings.readers());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.poolTimeout().toMillis());
        // A connection to a file does not age.
        config.setMaxLifetime(0);
        pool = new HikariDataSource(config);
    }

    <T> T read(Query<T> query) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try {
                return read(connection, query);
            } catch (SQLException e) {
                // SQLite ends some transactions by itself when they fail; the next call shall not stumble over what is left of this one.
                pool.evictConnection(connection);
                throw e;
            }
        }
    }

    /** Runs a query on a connection that does not commit by itself, and ends its transaction. */
    static <T> T read(Connection connection, Query<T> query) throws SQLException {
        List<Sql> statements = new ArrayList<>();
        try {
            return query.run(text -> {
                Sql statement = new Sql(connection.prepareStatement(text));
                statements.add(statement);
                return statement;
            });
        } finally {
            for (Sql statement : statements) {
                statement.close();
            }
            connection.rollback();
        }
    }

    void close() {
        pool.close();
    }
}
