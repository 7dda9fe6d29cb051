package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;

/** Records a gap; one that is known stays as it was first noticed. */
final class WriteGap {
    private static final String WRITE = """
            INSERT INTO gap (subreddit_id, listing, from_at, to_at, reason, cycle_id, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (subreddit_id, listing, from_at, to_at, reason) DO NOTHING""";

    private WriteGap() {}

    static void write(Session session, Names names, Gap gap) throws SQLException {
        session.sql(WRITE)
                .number(names.subreddit(gap.subreddit()).id())
                .text(gap.listing().path())
                .number(Times.millis(gap.from()))
                .number(Times.millis(gap.to()))
                .text(gap.reason().label())
                .text(Texts.clean(gap.cycleId()))
                .number(Times.millis(gap.recordedAt()))
                .update();
    }
}
