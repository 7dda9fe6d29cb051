package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Sampling;
import dev.sentimentagent.model.store.Selection;
import java.sql.SQLException;
import java.util.List;

record SampleItems(Selection selection, int minTools, int oneIn, int limit) implements Query<List<ScoredItem>> {
    /** By columns of the index, so that only the chosen items are read. */
    private static final String CHOSEN = """
            WHERE deleted = 0 AND sentiment < 2 AND created_utc >= ? AND created_utc < ?
              AND (created_utc * %d + (compound_e4 + %d) * %d) %% %d * ? < %d""".formatted(Sampling.BY_SECOND, Sampling.SCORE_SHIFT,
            Sampling.BY_SCORE, Sampling.MODULUS, Sampling.MODULUS);
    private static final String OF_SEVERAL_TOOLS = " AND tool_set_id IN"
            + " (SELECT tool_set_id FROM tool_set_member GROUP BY tool_set_id HAVING COUNT(*) >= ?)";
    private static final String IN_ORDER = " ORDER BY created_utc LIMIT ?";

    SampleItems {
        requireNonNull(selection, "selection");
        Sampling.check(oneIn, limit);
    }

    @Override
    public List<ScoredItem> run(Session session) throws SQLException {
        Narrowing narrowing = new Narrowing(selection);
        Sql sql = session.sql(ItemRow.SELECT + CHOSEN + narrowing.conditions() + (minTools > 0 ? OF_SEVERAL_TOOLS : "") + IN_ORDER)
                .number(Times.secondsUp(selection.created().start()))
                .number(Times.secondsUp(selection.created().end()))
                .number(oneIn);
        narrowing.give(sql);
        if (minTools > 0) {
            sql.number(minTools);
        }
        Names names = session.names();
        return sql.number(limit).list(row -> ItemRow.scored(row, names));
    }
}
