package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;

/** What narrows a {@link Selection} beside its window, as conditions and their parameters. */
record Narrowing(Selection selection) {
    private static final String OF_SUBREDDIT = " AND subreddit_id = (SELECT subreddit_id FROM subreddit WHERE name_key = ?)";
    private static final String OF_TOOL = " AND tool_set_id IN (SELECT tool_set_id FROM tool_set_member WHERE tool_id = ?)";
    private static final String OF_CLASS = " AND sentiment = ?";
    /** Of what an item says of one of its tools, or on the whole where there is no other verdict. */
    private static final String OF_TOOL_OR_WHOLE = """
            COALESCE((SELECT %s FROM tool_set_member AS member WHERE member.tool_set_id = item.tool_set_id AND member.tool_id = ?), %s)""";
    private static final String TOOLS_CLASS = OF_TOOL_OR_WHOLE.formatted("verdict", "sentiment");
    private static final String TOOLS_COMPOUND = OF_TOOL_OR_WHOLE.formatted("verdict_e4", "compound_e4");
    private static final String OTHERWISE_SCORED = """
            AND scorer_id NOT IN (SELECT scorer_id FROM scorer WHERE method = ? AND version = ?)""";

    /** Conditions, each with its AND before it. */
    String conditions() {
        return (selection.subreddit() == null ? "" : OF_SUBREDDIT)
                + (selection.toolId() == null ? "" : OF_TOOL)
                + (selection.sentiment() == null ? "" : selection.toolId() == null ? OF_CLASS : " AND " + TOOLS_CLASS + " = ?")
                + (selection.notScoredBy() == null ? "" : " " + OTHERWISE_SCORED);
    }

    /** The score by which the selected are sorted: with a tool, that of what is said of it. */
    String compound() {
        return selection.toolId() == null ? "compound_e4" : TOOLS_COMPOUND;
    }

    /** Gives the parameters of {@link #compound}. */
    void giveCompound(Sql sql) throws SQLException {
        if (selection.toolId() != null) {
            sql.text(Texts.clean(selection.toolId()));
        }
    }

    /** Gives their parameters. */
    void give(Sql sql) throws SQLException {
        if (selection.subreddit() != null) {
            sql.text(Names.key(selection.subreddit()));
        }
        if (selection.toolId() != null) {
            sql.text(Texts.clean(selection.toolId()));
        }
        if (selection.sentiment() != null) {
            giveCompound(sql);
            sql.number(Codes.of(selection.sentiment()));
        }
        Selection.Scorer scorer = selection.notScoredBy();
        if (scorer != null) {
            sql.text(Texts.clean(scorer.method())).text(Texts.clean(scorer.version()));
        }
    }
}
