package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.Window;
import java.sql.SQLException;
import java.util.List;

record SelectGaps(Window window) implements Query<List<Gap>> {
    static final String SQL = """
            SELECT subreddit_id, listing, from_at, to_at, reason, cycle_id, recorded_at
            FROM gap WHERE to_at > ? AND from_at < ?
            ORDER BY to_at DESC, from_at DESC LIMIT ?""";

    SelectGaps {
        requireNonNull(window, "window");
    }

    @Override
    public List<Gap> run(Session session) throws SQLException {
        Names names = session.names();
        return session.sql(SQL)
                .number(Times.millis(window.start()))
                .number(Times.millisUp(window.end()))
                .number(Limits.MAX)
                .list(row -> new Gap(names.subreddit(row.number()), Listings.of(row.text()), Times.ofMillis(row.number()),
                        Times.ofMillis(row.number()), Reason.ofLabel(row.text()), row.text(), Times.ofMillis(row.number())));
    }
}
