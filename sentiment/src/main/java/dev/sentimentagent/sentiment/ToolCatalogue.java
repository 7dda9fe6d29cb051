package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The AI developer tools that are listened for. Immutable and therefore thread-safe. */
public final class ToolCatalogue {
    private static final String STANDARD = "tools.json";
    private static final String NOT_OF_ITS_FORM = "a catalogue of tools is not of the expected form: ";
    private static final Predicate<String> ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*").asMatchPredicate();
    private static final Predicate<String> WORD = Pattern.compile("[a-z0-9]+").asMatchPredicate();

    private final List<Tool> tools;
    private final Map<String, Tool> byId = new LinkedHashMap<>();

    private ToolCatalogue(List<Tool> tools) {
        this.tools = List.copyOf(tools);
        tools.forEach(ToolCatalogue::validate);
        for (Tool tool : tools) {
            require(byId.put(tool.id(), tool) == null, "two tools have the id '" + tool.id() + "'");
        }
        validateAliases(tools);
    }

    /**
     * The catalogue that ships with the program.
     *
     * @throws IllegalStateException if it cannot be read
     * @throws IllegalArgumentException if it is not valid
     */
    public static ToolCatalogue standard() {
        try (InputStream json = ToolCatalogue.class.getResourceAsStream(STANDARD)) {
            if (json == null) {
                throw new IllegalStateException("the catalogue " + STANDARD + " is not on the class path");
            }
            return read(json);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the catalogue " + STANDARD, e);
        }
    }

    /**
     * Reads a catalogue: a JSON array of objects with the fields of {@link Tool}, all of them present.
     *
     * @throws IllegalArgumentException if it is not valid; the message names the tool and what is wrong with it
     */
    public static ToolCatalogue read(InputStream json) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        try {
            Tool[] tools = mapper.readValue(json, Tool[].class);
            require(tools != null && Arrays.stream(tools).noneMatch(Objects::isNull), NOT_OF_ITS_FORM + "null where a tool should be");
            return of(Arrays.asList(tools));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(NOT_OF_ITS_FORM + e.getOriginalMessage(), e);
        }
    }

    /**
     * A catalogue of the given tools.
     *
     * @throws IllegalArgumentException if it is not valid; the message names the tool and what is wrong with it
     */
    public static ToolCatalogue of(List<Tool> tools) {
        return new ToolCatalogue(tools);
    }

    /** The name as an alias is written: lower-case words; empty if nothing of it can be one. */
    public static Optional<String> aliasOf(String name) {
        String alias = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", " ").replaceAll("[ .-]*([ .-])[ .-]*", "$1").strip()
                .replaceAll("^[.-]+|[.-]+$", "");
        return Optional.of(alias).filter(Alias::isWellFormed);
    }

    /** All tools, in the order of the catalogue. */
    public List<Tool> tools() {
        return tools;
    }

    /** The tool of that id. */
    public Optional<Tool> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static void validate(Tool tool) {
        require(ID.test(tool.id()), "the id of a tool must be lower-case words with hyphens, not '" + tool.id() + "'");
        String who = "tool '" + tool.id() + "': ";
        require(!tool.name().isBlank(), who + "its name is empty");
        require(!tool.vendor().isBlank(), who + "its vendor is empty");
        require(!tool.category().isBlank(), who + "its category is empty");
        require(!tool.aliases().isEmpty() || !tool.ambiguousAliases().isEmpty() || !tool.homeSubreddits().isEmpty(),
                who + "it has no alias and no home subreddit");
        require(tool.ambiguousAliases().isEmpty() || !tool.tellingWords().isEmpty() || !tool.homeSubreddits().isEmpty(),
                who + "without telling words and home subreddits its ambiguous aliases never count");
        tool.tellingWords().forEach(word -> require(WORD.test(word), who + "a telling word must be one lower-case word: '" + word + "'"));
        tool.exclusions().forEach(name -> Alias.of(tool, name, Alias.Use.EXCLUDING));
        tool.homeSubreddits().forEach(name -> require(!name.isBlank(), who + "the name of a home subreddit is empty"));
    }

    private static void validateAliases(List<Tool> tools) {
        Map<List<String>, Tool> owners = new HashMap<>();
        for (Alias alias : Alias.allOf(tools)) {
            Tool other = owners.put(alias.signature(), alias.tool());
            require(other == null, "tool '" + alias.tool().id() + "': its alias '" + alias + "' is also one of tool '"
                    + (other == null ? "" : other.id()) + "'");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
