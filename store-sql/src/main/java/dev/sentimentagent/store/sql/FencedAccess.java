package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.Lease;
import dev.sentimentagent.model.store.LeaseLostException;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Access for the holder of a lease: a write is refused, inside of its own transaction, when the lease is another's. */
record FencedAccess(Access access, Supplier<Lease> lease) implements Access {
    private static final String TOKEN = "SELECT token FROM lease WHERE name = ?";

    private record Fenced<T>(Query<T> query, Lease lease) implements Query<T> {
        @Override
        public T run(Session session) throws SQLException {
            long token = session.sql(TOKEN).text(lease.name()).first(Row::number).orElse(-1L);
            if (token != lease.token()) {
                throw new LeaseLostException(lease);
            }
            return query.run(session);
        }

        @Override
        public boolean alone() {
            return query.alone();
        }

        @Override
        public String name() {
            return query.name();
        }

        @Override
        public String toString() {
            return query.toString();
        }
    }

    @Override
    public <T> T read(Query<T> query) {
        return access.read(query);
    }

    @Override
    public <T> T write(Query<T> query) {
        return access.write(new Fenced<>(query, lease.get()));
    }
}
