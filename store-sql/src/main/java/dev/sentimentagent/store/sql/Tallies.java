package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Tally;
import java.sql.SQLException;

/** Tallies in SQL. */
final class Tallies {
    /** Columns that tally the items of a group. */
    static final String COLUMNS = columns("sentiment", "compound_e4");

    /** The same of items joined with a tool of their set: by what they say of it. */
    static final String OF_TOOL = columns("coalesce(verdict, sentiment)", "coalesce(verdict_e4, compound_e4)");

    private Tallies() {}

    private static String columns(String sentiment, String compound) {
        return """
                count(*) FILTER (WHERE %1$s = 1),
                count(*) FILTER (WHERE %1$s = -1),
                count(*) FILTER (WHERE %1$s = 0),
                coalesce(sum(%2$s), 0),
                coalesce(sum(%2$s * %2$s), 0)
                """.formatted(sentiment, compound);
    }

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
