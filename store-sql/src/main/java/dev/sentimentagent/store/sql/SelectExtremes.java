package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Selection;
import java.sql.SQLException;
import java.util.List;

record SelectExtremes(Selection selection, boolean highest, int limit) implements Query<List<ScoredItem>> {
    private static final String POSTS = "WHERE kind = 0 AND deleted = 0 AND sentiment < 2 AND created_utc >= ? AND created_utc < ?";

    SelectExtremes {
        requireNonNull(selection, "selection");
        Limits.check(limit);
    }

    @Override
    public List<ScoredItem> run(Session session) throws SQLException {
        Narrowing narrowing = new Narrowing(selection);
        String order = " ORDER BY " + narrowing.compound() + (highest ? " DESC" : "") + ", created_utc DESC LIMIT ?";
        Sql sql = session.sql(ItemRow.SELECT + POSTS + narrowing.conditions() + order)
                .number(Times.secondsUp(selection.created().start()))
                .number(Times.secondsUp(selection.created().end()));
        narrowing.give(sql);
        narrowing.giveCompound(sql);
        Names names = session.names();
        return sql.number(limit).list(row -> ItemRow.scored(row, names));
    }
}
