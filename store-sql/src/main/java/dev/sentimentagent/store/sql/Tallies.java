package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Tally;
import java.sql.SQLException;

/** Tallies in SQL. */
final class Tallies {
    /** Columns that tally the items of a group. */
    static final String COLUMNS = """
            count(*) FILTER (WHERE sentiment = 1),
            count(*) FILTER (WHERE sentiment = -1),
            count(*) FILTER (WHERE sentiment = 0),
            coalesce(sum(compound_e4), 0),
            coalesce(sum(compound_e4 * compound_e4), 0)
            """;

    private Tallies() {}

    /** The columns of a table that keeps tallies. */
    static final String STORED = "positive, negative, neutral, compound_sum_e4, square_sum_e8";

    /** Reads five columns: positive, negative, neutral, sum, sum of squares. */
    static Tally read(Row row) throws SQLException {
        return new Tally(row.number(), row.number(), row.number(), row.number(), row.number());
    }

    /** Gives five parameters, as {@link #read} reads them. */
    static Sql give(Sql sql, Tally tally) throws SQLException {
        return sql.number(tally.positive())
                .number(tally.negative())
                .number(tally.neutral())
                .number(tally.compoundSumE4())
                .number(tally.squareSumE8());
    }
}
