package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.CollectedSubreddit;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;

/** Writes the rows of tools, links and subreddits. */
record WriteCatalogue(Session session, long version) {
    private static final String PUT_TOOL = """
            INSERT INTO tool (tool_id, name, vendor, kind, aliases, ambiguous_aliases, telling_words, home_subreddits, exclusions,
                              categories, status, description, merged_into, created_at, created_by, updated_at, updated_by, revision)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tool_id) DO UPDATE SET
              name = excluded.name, vendor = excluded.vendor, kind = excluded.kind, aliases = excluded.aliases,
              ambiguous_aliases = excluded.ambiguous_aliases, telling_words = excluded.telling_words,
              home_subreddits = excluded.home_subreddits, exclusions = excluded.exclusions, categories = excluded.categories,
              status = excluded.status, description = excluded.description, merged_into = excluded.merged_into,
              updated_at = excluded.updated_at, updated_by = excluded.updated_by, revision = excluded.revision""";
    private static final String PUT_METADATA = "INSERT INTO tool_metadata (tool_id, name, value) VALUES (?, ?, ?)";
    private static final String PUT_LINK = """
            INSERT INTO tool_link (alias_tool_id, primary_tool_id, link_id, created_at, created_by, version) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (alias_tool_id) DO UPDATE SET primary_tool_id = excluded.primary_tool_id, link_id = excluded.link_id,
              created_at = excluded.created_at, created_by = excluded.created_by, version = excluded.version""";
    private static final String PUT_SUBREDDIT = """
            INSERT INTO collected_subreddit (name_key, name, state, added_at, added_by, updated_at, updated_by) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (name_key) DO UPDATE SET name = excluded.name, state = excluded.state, added_by = excluded.added_by,
              updated_at = excluded.updated_at, updated_by = excluded.updated_by""";

    void put(CatalogueTool listed) throws SQLException {
        Tool tool = listed.tool();
        session.sql(PUT_TOOL)
                .text(tool.id())
                .text(Texts.clean(tool.name()))
                .text(Texts.clean(tool.vendor()))
                .text(Texts.clean(tool.category()))
                .text(Lines.join(tool.aliases()))
                .text(Lines.join(tool.ambiguousAliases()))
                .text(Lines.join(new TreeSet<>(tool.tellingWords())))
                .text(Lines.join(new TreeSet<>(tool.homeSubreddits())))
                .text(Lines.join(tool.exclusions()))
                .text(Lines.join(listed.categories()))
                .text(listed.status().name())
                .text(Texts.clean(listed.description()))
                .text(listed.mergedInto())
                .number(Times.millis(listed.createdAt()))
                .text(listed.createdBy())
                .number(Times.millis(listed.updatedAt()))
                .text(listed.updatedBy())
                .number(version)
                .update();
        session.sql("DELETE FROM tool_metadata WHERE tool_id = ?").text(tool.id()).update();
        for (Map.Entry<String, String> entry : listed.metadata().entrySet()) {
            session.sql(PUT_METADATA).text(tool.id()).text(Texts.clean(entry.getKey())).text(Texts.clean(entry.getValue())).update();
        }
    }

    void delete(String toolId) throws SQLException {
        session.sql("DELETE FROM tool_link WHERE alias_tool_id = ? OR primary_tool_id = ?").text(toolId).text(toolId).update();
        session.sql("DELETE FROM tool_metadata WHERE tool_id = ?").text(toolId).update();
        session.sql("DELETE FROM tool WHERE tool_id = ?").text(toolId).update();
    }

    void link(AliasLink link) throws SQLException {
        session.sql(PUT_LINK)
                .text(link.aliasToolId())
                .text(link.primaryToolId())
                .text(link.id())
                .number(Times.millis(link.createdAt()))
                .text(link.createdBy())
                .number(link.version() == 0 ? version : link.version())
                .update();
    }

    void unlink(String aliasToolId) throws SQLException {
        session.sql("DELETE FROM tool_link WHERE alias_tool_id = ?").text(aliasToolId).update();
    }

    void put(CollectedSubreddit subreddit) throws SQLException {
        session.sql(PUT_SUBREDDIT)
                .text(Names.key(subreddit.name()))
                .text(subreddit.name())
                .text(subreddit.state().name())
                .number(Times.millis(subreddit.addedAt()))
                .text(subreddit.addedBy())
                .number(Times.millis(subreddit.updatedAt()))
                .text(subreddit.updatedBy())
                .update();
    }
}
