package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.store.Lease;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

record RenewLease(Lease lease, Instant until) implements Query<Optional<Lease>> {
    private static final String SQL = "UPDATE lease SET until_at = ? WHERE name = ? AND token = ? RETURNING until_at";

    RenewLease {
        requireNonNull(lease, "lease");
    }

    @Override
    public Optional<Lease> run(Session session) throws SQLException {
        return session.sql(SQL)
                .number(Times.millis(until))
                .text(lease.name())
                .number(lease.token())
                .first(row -> new Lease(lease.name(), lease.holder(), lease.token(), Times.ofMillis(row.number())));
    }

    @Override
    public boolean alone() {
        return false;
    }
}
