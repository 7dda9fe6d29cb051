package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.CollectedSubreddit;
import dev.sentimentagent.model.catalogue.ToolStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

record SelectCatalogue() implements Query<CatalogueState> {
    private static final String TOOLS = """
            SELECT tool_id, name, vendor, kind, aliases, ambiguous_aliases, telling_words, home_subreddits, exclusions,
                   categories, status, description, merged_into, created_at, created_by, updated_at, updated_by, revision
            FROM tool ORDER BY tool_id""";
    private static final String METADATA = "SELECT tool_id, name, value FROM tool_metadata";
    private static final String LINKS = """
            SELECT link_id, alias_tool_id, primary_tool_id, created_at, created_by, version FROM tool_link ORDER BY alias_tool_id""";
    private static final String SUBREDDITS = """
            SELECT name, state, added_at, added_by, updated_at, updated_by FROM collected_subreddit ORDER BY name_key""";

    @Override
    public CatalogueState run(Session session) throws SQLException {
        long version = CatalogueVersion.current(session);
        Map<String, Map<String, String>> metadata = new HashMap<>();
        session.sql(METADATA).each(row -> metadata.computeIfAbsent(row.text(), _ -> new HashMap<>()).put(row.text(), row.text()));
        List<CatalogueTool> tools = session.sql(TOOLS).list(row -> tool(row, metadata));
        List<AliasLink> links = session.sql(LINKS)
                .list(row -> new AliasLink(row.text(), row.text(), row.text(), Times.ofMillis(row.number()), row.text(), row.number()));
        return new CatalogueState(tools, links, session.sql(SUBREDDITS).list(SelectCatalogue::subreddit), version);
    }

    private static CatalogueTool tool(Row row, Map<String, Map<String, String>> metadata) throws SQLException {
        Tool tool = new Tool(row.text(), row.text(), row.text(), row.text(), Lines.split(row.text()), Lines.split(row.text()),
                set(row.text()), set(row.text()), Lines.split(row.text()));
        return new CatalogueTool(tool, Lines.split(row.text()), ToolStatus.valueOf(row.text()), row.text(),
                metadata.getOrDefault(tool.id(), Map.of()), row.textOrNull(), Times.ofMillis(row.number()), row.text(),
                Times.ofMillis(row.number()), row.text(), row.number());
    }

    private static Set<String> set(String lines) {
        return new HashSet<>(Lines.split(lines));
    }

    private static CollectedSubreddit subreddit(Row row) throws SQLException {
        String name = row.text();
        CollectedSubreddit.State state = CollectedSubreddit.State.valueOf(row.text());
        Instant addedAt = Times.ofMillis(row.number());
        return new CollectedSubreddit(name, state, addedAt, row.text(), Times.ofMillis(row.number()), row.text());
    }
}
