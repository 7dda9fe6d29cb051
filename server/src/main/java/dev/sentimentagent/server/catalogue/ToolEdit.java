package dev.sentimentagent.server.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tool is to be; what is null stays as it is, and of a new tool is what can be derived from its name.
 *
 * @param force whether names may stay that would match half of all that is said
 */
public record ToolEdit(@Nullable String name, @Nullable String vendor, @Nullable List<String> categories, @Nullable String description,
        @Nullable Map<String, String> metadata, @Nullable String category, @Nullable List<String> aliases,
        @Nullable List<String> ambiguousAliases, @Nullable List<String> tellingWords, @Nullable List<String> exclusions,
        @Nullable List<String> homeSubreddits, @Nullable Boolean force) {
    /** A tool by its name alone, as somebody enters one who knows nothing of aliases. */
    public static ToolEdit named(String name, String vendor, List<String> categories, String description) {
        return new ToolEdit(name, vendor, categories, description, null, null, null, null, null, null, null, null);
    }

    boolean forced() {
        return Boolean.TRUE.equals(force);
    }

    /** Whether it says what the tool is known by. */
    boolean renames() {
        return name != null || aliases != null || ambiguousAliases != null || tellingWords != null || exclusions != null
                || homeSubreddits != null;
    }
}
