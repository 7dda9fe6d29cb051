package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.store.Lease;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

record AcquireLease(String lease, String holder, Instant now, Instant until) implements Query<Optional<Lease>> {
    private static final String SQL = """
            INSERT INTO lease (name, holder, token, until_at) VALUES (?, ?, 1, ?)
            ON CONFLICT (name) DO UPDATE SET
              token = CASE WHEN lease.holder = excluded.holder THEN lease.token ELSE lease.token + 1 END,
              holder = excluded.holder,
              until_at = excluded.until_at
            WHERE lease.holder = excluded.holder OR lease.until_at <= ?
            RETURNING token, until_at""";

    AcquireLease {
        requireNonNull(lease, "lease");
        if (holder.isEmpty()) {
            throw new IllegalArgumentException("a lease needs a holder");
        }
    }

    @Override
    public Optional<Lease> run(Session session) throws SQLException {
        return session.sql(SQL)
                .text(lease)
                .text(holder)
                .number(Times.millis(until))
                .number(Times.millis(now))
                .first(row -> new Lease(lease, holder, row.number(), Times.ofMillis(row.number())));
    }

    @Override
    public boolean alone() {
        return false;
    }
}
