package dev.sentimentagent.server.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.ToolStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A tool as the admin contract writes it, and as it was before and after a change; what comes after {@code _etag} is ours. In JSON its names are
 * in {@code snake_case}.
 *
 * @param partitionKey always {@code tool}
 * @param status {@code active} or {@code archived}
 * @param etag another one after each change; quotes are part of it
 * @param category the catalogue's own, which {@code /tools} shows
 */
public record ToolDocument(String id, @JsonProperty("partitionKey") String partitionKey, String name, String slug, String vendor,
        List<String> categories, String status, String description, @Nullable String mergedInto, Map<String, String> metadata,
        Instant createdAt, Instant updatedAt, String createdBy, String updatedBy, @JsonProperty("_etag") String etag, String category,
        List<String> aliases, List<String> ambiguousAliases, List<String> tellingWords, List<String> exclusions,
        List<String> homeSubreddits) {
    /** A tool of the catalogue. */
    public static ToolDocument of(CatalogueTool listed) {
        Tool tool = listed.tool();
        return new ToolDocument(tool.id(), "tool", tool.name(), slug(tool.name()), tool.vendor(), listed.categories(),
                label(listed.status()), listed.description(), listed.mergedInto(), listed.metadata(), listed.createdAt(),
                listed.updatedAt(),
                listed.createdBy(), listed.updatedBy(), etag(listed), tool.category(), tool.aliases(), tool.ambiguousAliases(),
                sorted(tool.tellingWords()), tool.exclusions(), sorted(tool.homeSubreddits()));
    }

    /** What a name is in addresses. */
    public static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** What tells one state of a tool from another, quotes included. */
    public static String etag(CatalogueTool tool) {
        return "\"" + tool.revision() + "\"";
    }

    static String label(ToolStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** The tool that this was written from. */
    CatalogueTool tool() {
        Tool tool = new Tool(id, name, vendor, category, aliases, ambiguousAliases, Set.copyOf(tellingWords), Set.copyOf(homeSubreddits),
                exclusions);
        return new CatalogueTool(tool, categories, ToolStatus.valueOf(status.toUpperCase(Locale.ROOT)), description, metadata, mergedInto,
                createdAt, createdBy, updatedAt, updatedBy, 0);
    }

    private static List<String> sorted(Set<String> words) {
        return List.copyOf(new TreeSet<>(words));
    }
}
