package dev.sentimentagent.store.sql;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Fails as often as it is told, then answers everything with {@link #ANSWER}. */
class FailingDatabase implements Database {
    static final long ANSWER = 42;

    private final Queue<SQLException> failures;

    FailingDatabase(SQLException... failures) {
        this.failures = new ArrayDeque<>(List.of(failures));
    }

    @Override
    public String name() {
        return "failing";
    }

    @Override
    @SuppressWarnings("unchecked") // Every test asks for a number, or does not look at the answer.
    public <T> T read(Query<T> query) throws SQLException {
        failIfDue();
        return (T) (Object) ANSWER;
    }

    @Override
    public <T> T write(Query<T> query) throws SQLException {
        return read(query);
    }

    @Override
    public long ping() throws SQLException {
        failIfDue();
        return 1;
    }

    @Override
    public Failure classify(SQLException failure) {
        return SqliteErrors.classify(failure);
    }

    @Override
    public long sizeBytes() {
        return 0;
    }

    @Override
    public void close() {}

    private void failIfDue() throws SQLException {
        SQLException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
    }
}
