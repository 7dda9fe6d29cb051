package dev.sentimentagent.store.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/** A database that notes the text of every statement that it is asked to run. */
record RecordingDatabase(Database database, Set<String> statements) implements Database {
    private record Recording(Session session, Set<String> statements) implements Session {
        @Override
        public Sql sql(String text) throws SQLException {
            statements.add(text);
            return session.sql(text);
        }

        @Override
        public boolean batches() {
            return session.batches();
        }

        @Override
        public boolean distributed() {
            return session.distributed();
        }

        /** Those that the connection keeps: what they ask is not noted. */
        @Override
        public Names names() {
            return session.names();
        }
    }

    private record Recorded<T>(Query<T> query, Set<String> statements) implements Query<T> {
        @Override
        public T run(Session session) throws SQLException {
            return query.run(new Recording(session, statements));
        }

        @Override
        public boolean alone() {
            return query.alone();
        }
    }

    @Override
    public String name() {
        return database.name();
    }

    @Override
    public <T> T read(Query<T> query) throws SQLException {
        return database.read(new Recorded<>(query, statements));
    }

    @Override
    public <T> T write(Query<T> query) throws SQLException {
        return database.write(new Recorded<>(query, statements));
    }

    @Override
    public long ping() throws SQLException {
        return database.ping();
    }

    @Override
    public Failure classify(SQLException failure) {
        return database.classify(failure);
    }

    @Override
    public long sizeBytes() throws IOException {
        return database.sizeBytes();
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
