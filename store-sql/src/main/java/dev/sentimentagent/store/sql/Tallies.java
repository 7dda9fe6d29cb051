package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Tally;
import java.sql.SQLException;

/** Tallies in SQL. */
final class Tallies {
    /** Columns that tally the {@code compound_e4} of a group; the thresholds are those of {@link dev.sentimentagent.model.Sentiment}. */
    static final String COLUMNS = """
            count(*) FILTER (WHERE compound_e4 >= 500),
            count(*) FILTER (WHERE compound_e4 <= -500),
            count(*) FILTER (WHERE compound_e4 > -500 AND compound_e4 < 500),
            coalesce(sum(compound_e4), 0)
            """;

    private Tallies() {}

    /** Reads four columns: positive, negative, neutral, sum. */
    static Tally read(Row row) throws SQLException {
        return new Tally(row.number(), row.number(), row.number(), row.number());
    }
}
