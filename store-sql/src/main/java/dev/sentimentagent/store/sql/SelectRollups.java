package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Rollups;
import java.sql.SQLException;
import java.time.Instant;

record SelectRollups(Window hours) implements Query<Rollups> {
    static final String SQL = RollupTable.HOURS.select + "hour >= ? AND hour < ? AND positive + negative + neutral > 0";

    SelectRollups {
        requireNonNull(hours, "hours");
    }

    @Override
    public Rollups run(Session session) throws SQLException {
        return new Rollups(
                session.sql(SQL).number(Times.hourUp(hours.start())).number(Times.hourUp(hours.end())).list(RollupTable.HOURS::read),
                new SelectArchive(hours).run(session), emptyBefore(session), DataVersion.current(session));
    }

    static Instant emptyBefore(Session session) throws SQLException {
        return session.sql("SELECT hour FROM rollup ORDER BY hour LIMIT 1").first(row -> Times.ofHour(row.number())).orElse(Instant.MAX);
    }
}
