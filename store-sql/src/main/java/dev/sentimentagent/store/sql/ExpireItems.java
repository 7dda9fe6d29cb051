package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.store.Expiry;
import dev.sentimentagent.model.store.sighting.ItemCounts;
import dev.sentimentagent.model.store.sighting.RollupDeltas;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record ExpireItems(Instant before, int limit) implements Query<Expiry> {
    static final String DELETE = """
            DELETE FROM item WHERE fullname IN (SELECT fullname FROM item WHERE created_utc < ? ORDER BY created_utc LIMIT ?)
            RETURNING kind, deleted, subreddit_id, created_utc, tool_set_id,
                      sentiment, compound_e4, positive_e3, negative_e3, neutral_e3, confidence, scorer_id""";

    static final String OLDEST = "SELECT created_utc FROM item WHERE created_utc < ? ORDER BY created_utc LIMIT 1";

    private static final String DROP_HOURS = "DELETE FROM rollup WHERE hour < ? AND positive + negative + neutral = 0";

    ExpireItems {
        requireNonNull(before, "before");
        Limits.atLeastOne(limit);
    }

    @Override
    public Expiry run(Session session) throws SQLException {
        long beforeUtc = Times.secondsUp(before);
        Names names = session.names();
        RollupDeltas expired = new RollupDeltas();
        ItemCounts counts = new ItemCounts();
        int[] deleted = {0};
        session.sql(DELETE).number(beforeUtc).number(limit).each(row -> {
            deleted[0]++;
            ItemKind kind = Codes.kind(row.number());
            boolean gone = row.number() != 0;
            String subreddit = names.subreddit(row.number());
            Instant created = Times.ofSeconds(row.number());
            Mentions mentions = names.mentions(row.number());
            long code = row.number();
            boolean bot = code == Codes.BOT;
            counts.add(kind, gone ? ItemCounts.Sort.DELETED : bot ? ItemCounts.Sort.BOT : ItemCounts.Sort.PERSON, -1);
            if (!gone) {
                expired.add(subreddit, kind, created, mentions, ItemRow.score(Codes.sentiment(code), row, names), bot);
            }
        });
        ItemCountRows.add(session, counts);
        Horizon.move(session, beforeUtc);
        long version = deleted[0] == 0 ? DataVersion.current(session) : DataVersion.next(session);
        List<Rollup> hours = RollupTable.HOURS.add(session, expired.negated(), version);
        List<Rollup> days = RollupTable.DAYS.add(session, expired.byDay(), version);
        Optional<Long> oldest = session.sql(OLDEST).number(beforeUtc).first(Row::number);
        session.sql(DROP_HOURS).number(Times.hourOfSeconds(oldest.orElse(beforeUtc))).update();
        return new Expiry(deleted[0], hours, days, oldest.isPresent(), version);
    }
}
