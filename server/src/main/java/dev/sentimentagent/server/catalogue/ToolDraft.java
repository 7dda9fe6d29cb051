package dev.sentimentagent.server.catalogue;

import static java.util.Objects.requireNonNullElse;

import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.ToolStatus;
import dev.sentimentagent.sentiment.ToolCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes tools of what an admin has entered, as far as that is in order. */
record ToolDraft(CurrentCatalogue current) {
    private static final int NAME = 200;
    private static final int VENDOR = 100;
    private static final int DESCRIPTION = 1000;
    private static final int METADATA = 50;
    private static final int NAMES = 200;
    private static final int ONE_NAME = 100;

    CatalogueTool create(ToolEdit edit, Instant now, String by) {
        String name = text("name", required("name", edit.name()), 1, NAME);
        String vendor = text("vendor", required("vendor", edit.vendor()), 1, VENDOR);
        List<String> categories = Categories.distinct(required("categories", edit.categories()));
        if (current.listed().stream().anyMatch(tool -> tool.tool().name().equalsIgnoreCase(name))) {
            throw CatalogueException.refused("there is a tool of the name " + name + " already");
        }
        List<String> aliases = edit.aliases() == null ? freeAlias(name, null).stream().toList() : names("aliases", edit.aliases());
        Tool tool = new Tool(newId(name), name, vendor, kind(edit.category(), categories), aliases,
                names("ambiguous_aliases", edit.ambiguousAliases()), words(edit.tellingWords()), subreddits(edit.homeSubreddits()),
                names("exclusions", edit.exclusions()));
        return new CatalogueTool(checked(tool), categories, ToolStatus.ACTIVE, description(edit.description()), metadata(edit.metadata()),
                null, now, by, now, by, 0);
    }

    CatalogueTool edit(CatalogueTool before, ToolEdit edit, Instant now, String by) {
        Tool tool = before.tool();
        String name = edit.name() == null ? tool.name() : text("name", edit.name(), 1, NAME);
        boolean taken = current.listed()
                .stream()
                .anyMatch(other -> other.active() && !other.id().equals(tool.id()) && other.tool().name().equalsIgnoreCase(name));
        if (taken) {
            throw CatalogueException.refused("another active tool has the name " + name);
        }
        List<String> aliases = new ArrayList<>(edit.aliases() == null ? tool.aliases() : names("aliases", edit.aliases()));
        if (edit.aliases() == null && !name.equals(tool.name())) {
            // Whoever renames a tool expects it to be found by its name.
            freeAlias(name, tool.id()).filter(alias -> !aliases.contains(alias)).ifPresent(aliases::add);
        }
        List<String> categories = edit.categories() == null ? before.categories() : Categories.distinct(edit.categories());
        Tool after = new Tool(tool.id(), name, edit.vendor() == null ? tool.vendor() : text("vendor", edit.vendor(), 1, VENDOR),
                edit.category() == null ? tool.category() : kind(edit.category(), categories), aliases,
                edit.ambiguousAliases() == null ? tool.ambiguousAliases() : names("ambiguous_aliases", edit.ambiguousAliases()),
                edit.tellingWords() == null ? tool.tellingWords() : words(edit.tellingWords()),
                edit.homeSubreddits() == null ? tool.homeSubreddits() : subreddits(edit.homeSubreddits()),
                edit.exclusions() == null ? tool.exclusions() : names("exclusions", edit.exclusions()));
        return before.with(checked(after))
                .described(categories, edit.description() == null ? before.description() : description(edit.description()),
                        edit.metadata() == null ? before.metadata() : metadata(edit.metadata()))
                .changed(now, by);
    }

    /** The name as an alias, unless it is none or means another tool already. */
    private Optional<String> freeAlias(String name, @Nullable String id) {
        return ToolCatalogue.aliasOf(name).filter(alias -> Listening.tools(current).tools()
                .stream()
                .filter(tool -> !tool.id().equals(id))
                .noneMatch(tool -> spelled(tool.aliases()).contains(spelled(alias))
                        || spelled(tool.ambiguousAliases()).contains(spelled(alias))));
    }

    private String newId(String name) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = slug.isEmpty() ? "tool" : slug.substring(0, Math.min(slug.length(), 80)).replaceAll("-$", "");
        String id = base;
        for (int number = 2; current.listed(id).isPresent(); number++) {
            id = base + "-" + number;
        }
        return id;
    }

    private static Tool checked(Tool tool) {
        try {
            if (Listening.hasNames(tool)) {
                var _ = ToolCatalogue.of(List.of(tool));
            }
            return tool;
        } catch (IllegalArgumentException e) {
            throw CatalogueException.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static String kind(@Nullable String given, List<String> categories) {
        return given == null || given.isBlank() ? categories.getFirst() : text("category", given, 1, VENDOR);
    }

    private static String description(@Nullable String given) {
        return text("description", requireNonNullElse(given, ""), 0, DESCRIPTION);
    }

    private static Map<String, String> metadata(@Nullable Map<String, String> given) {
        Map<String, String> metadata = requireNonNullElse(given, Map.of());
        if (metadata.size() > METADATA || metadata.values().stream().anyMatch(value -> value == null || value.length() > DESCRIPTION)
                || metadata.keySet().stream().anyMatch(key -> key.length() > ONE_NAME)) {
            throw CatalogueException.invalid("metadata must be at most 50 short texts");
        }
        return metadata;
    }

    private static List<String> names(String field, @Nullable List<String> given) {
        List<String> names = requireNonNullElse(given, List.<String>of())
                .stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.size() > NAMES || names.stream().anyMatch(name -> name.length() > ONE_NAME)) {
            throw CatalogueException.invalid(field + " must be at most 200 names of at most 100 characters");
        }
        return names;
    }

    private static Set<String> words(@Nullable List<String> given) {
        return Set.copyOf(names("telling_words", given));
    }

    private static Set<String> subreddits(@Nullable List<String> given) {
        Set<String> names = requireNonNullElse(given, List.<String>of())
                .stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        names.stream().filter(name -> !SubredditName.isValid(name)).findFirst().ifPresent(name -> {
            throw CatalogueException.invalid("home_subreddits: '" + name + "' is not the name of a subreddit");
        });
        return names;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw CatalogueException.invalid(field + " is missing");
        }
        return value;
    }

    private static String text(String field, String value, int least, int most) {
        String text = value.strip();
        if (text.length() < least || text.length() > most) {
            throw CatalogueException.invalid(field + " must have " + least + " to " + most + " characters");
        }
        return text;
    }

    private static List<String> spelled(List<String> names) {
        return names.stream().map(ToolDraft::spelled).toList();
    }

    private static String spelled(String name) {
        return name.replace('-', ' ');
    }
}
