package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.store.Lease;
import java.sql.SQLException;
import java.util.Optional;

record SelectLease(String name) implements Query<Optional<Lease>> {
    /** One that was released has no holder. */
    private static final String SQL = "SELECT holder, token, until_at FROM lease WHERE name = ? AND holder <> ''";

    SelectLease {
        requireNonNull(name, "name");
    }

    @Override
    public Optional<Lease> run(Session session) throws SQLException {
        return session.sql(SQL).text(name).first(row -> new Lease(name, row.text(), row.number(), Times.ofMillis(row.number())));
    }
}
