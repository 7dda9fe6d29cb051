package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.CollectedSubreddit;
import dev.sentimentagent.model.catalogue.ToolStatus;
import dev.sentimentagent.sentiment.ToolCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue as a file: JSON, a value a line, in a fixed order and without times, so that two of them can be compared line by line.
 *
 * @param links by id of a tool, the tool that its mentions count for as well
 * @param subreddits by name, {@code active} or {@code paused}
 */
public record CatalogueFile(List<Entry> tools, @Nullable Map<String, String> links, @Nullable Map<String, String> subreddits) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A tool. What is absent is empty, or for a status {@code active}. */
    public record Entry(@Nullable String id, @Nullable String name, @Nullable String vendor, @Nullable String category,
            @Nullable List<String> categories, @Nullable String status, @Nullable String mergedInto, @Nullable String description,
            @Nullable Map<String, String> metadata, @Nullable List<String> aliases, @Nullable List<String> ambiguousAliases,
            @Nullable List<String> tellingWords, @Nullable List<String> exclusions, @Nullable List<String> homeSubreddits) {
        static Entry of(CatalogueTool listed) {
            Tool tool = listed.tool();
            return new Entry(tool.id(), tool.name(), tool.vendor(), tool.category(), listed.categories(),
                    ToolDocument.label(listed.status()), listed.mergedInto(), listed.description(), new TreeMap<>(listed.metadata()),
                    tool.aliases(), tool.ambiguousAliases(), List.copyOf(new TreeSet<>(tool.tellingWords())), tool.exclusions(),
                    List.copyOf(new TreeSet<>(tool.homeSubreddits())));
        }

        CatalogueTool tool(Instant now, String by) {
            String who = "tool '" + id + "': ";
            if (id == null || name == null || vendor == null || id.isBlank() || name.isBlank() || vendor.isBlank()) {
                throw CatalogueException.invalid(who + "id, name and vendor must be given");
            }
            List<String> as = Categories.checked(categories == null ? List.of("other") : categories);
            Tool tool = new Tool(id, name, vendor, category == null ? as.getFirst() : category, list(aliases), list(ambiguousAliases),
                    Set.copyOf(list(tellingWords)), Set.copyOf(list(homeSubreddits)), list(exclusions));
            return new CatalogueTool(tool, as, status(who), description == null ? "" : description, metadata == null ? Map.of() : metadata,
                    mergedInto, now, by, now, by, 0);
        }

        private ToolStatus status(String who) {
            return status == null
                    ? ToolStatus.ACTIVE
                    : Stream.of(ToolStatus.values())
                            .filter(value -> ToolDocument.label(value).equals(status))
                            .findFirst()
                            .orElseThrow(() -> CatalogueException.invalid(who + "its status must be active or archived"));
        }

        private static List<String> list(@Nullable List<String> given) {
            return given == null ? List.of() : given;
        }
    }

    /** What a store holds. */
    public static CatalogueFile of(CatalogueState state) {
        CurrentCatalogue current = CurrentCatalogue.of(state);
        Map<String, String> links = new TreeMap<>();
        current.links().forEach(link -> links.put(link.aliasToolId(), link.primaryToolId()));
        Map<String, String> subreddits = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        current.allSubreddits().forEach(name -> subreddits.put(name.name(), name.state().name().toLowerCase(Locale.ROOT)));
        return new CatalogueFile(current.listed().stream().map(Entry::of).toList(), links, subreddits);
    }

    /** The catalogue that ships with the program. */
    public static CatalogueFile shipped() {
        return new CatalogueFile(ToolCatalogue.standard().tools().stream().map(Seed::seeded).map(Entry::of).toList(), Map.of(), Map.of());
    }

    /**
     * Reads a file and checks it, as far as it can be without a store.
     *
     * @throws CatalogueException if it is not in order; the message names the tool, or the line
     */
    public static CatalogueFile read(byte[] json) {
        try {
            CatalogueFile file = MAPPER.readValue(json, CatalogueFile.class);
            if (file == null || file.tools == null || file.tools.stream().anyMatch(Objects::isNull)) {
                throw CatalogueException.invalid("a catalogue is an object with a list of tools");
            }
            file.check();
            return file;
        } catch (JacksonException e) {
            throw CatalogueException.invalid(
                    "line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage().replaceFirst(" \\(start marker at .*", ""));
        }
    }

    /** As JSON, with a line break at the end. */
    public String text() {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter().withArrayIndenter(new DefaultIndenter("  ", "\n"));
        lines = lines.withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return MAPPER.writer().with(lines).writeValueAsString(this) + "\n";
    }

    private void check() {
        List<CatalogueTool> all = tools.stream().map(entry -> entry.tool(Instant.EPOCH, "")).toList();
        if (all.stream().map(CatalogueTool::id).distinct().count() < all.size()) {
            throw CatalogueException.invalid("two tools have the same id");
        }
        try {
            var _ = Listening.to(CurrentCatalogue.of(new CatalogueState(all, List.of(), List.of(), 0)));
        } catch (IllegalArgumentException e) {
            throw CatalogueException.invalid(String.valueOf(e.getMessage()));
        }
        subredditStates();
    }

    Map<String, CollectedSubreddit.State> subredditStates() {
        Map<String, CollectedSubreddit.State> states = new TreeMap<>();
        if (subreddits != null) {
            subreddits.forEach((name, state) -> states.put(name, switch (state) {
                case "active" -> CollectedSubreddit.State.ACTIVE;
                case "paused" -> CollectedSubreddit.State.PAUSED;
                default -> throw CatalogueException.invalid("r/" + name + ": its state must be active or paused");
            }));
        }
        return states;
    }
}
