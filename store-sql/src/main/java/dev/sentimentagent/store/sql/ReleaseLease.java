package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.store.Lease;
import java.sql.SQLException;

record ReleaseLease(Lease lease) implements Query<Integer> {
    /** A new token, so that nobody writes any more under the lease that was released. */
    private static final String SQL = "UPDATE lease SET holder = '', token = token + 1, until_at = 0 WHERE name = ? AND token = ?";

    ReleaseLease {
        requireNonNull(lease, "lease");
    }

    @Override
    public Integer run(Session session) throws SQLException {
        return session.sql(SQL).text(lease.name()).number(lease.token()).update();
    }

    @Override
    public boolean alone() {
        return false;
    }
}
