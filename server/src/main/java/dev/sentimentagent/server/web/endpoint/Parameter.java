package dev.sentimentagent.server.web.endpoint;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a call: its type, bounds and default. Immutable; told from others by identity.
 *
 * @param <T> what its text is read as
 */
public final class Parameter<T> {
    /** As many digits as always fit. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");
    /** Longer than anything that is asked for. */
    private static final int MAX_LENGTH = 200;

    private final String name;
    private final boolean inPath;
    private final String description;
    private final String expected;
    private final Map<String, Object> schema;
    private final Function<String, Optional<T>> parser;
    private final @Nullable T absent;

    private Parameter(String name, boolean inPath, String description, String expected, Map<String, Object> schema,
            Function<String, Optional<T>> parser, @Nullable T absent) {
        this.name = name;
        this.inPath = inPath;
        this.description = description;
        this.expected = expected;
        this.schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
        this.parser = parser;
        this.absent = absent;
    }

    /** A whole number. */
    public static Parameter<Integer> integer(String name, int min, int max, String description) {
        return new Parameter<>(name, false, description, "a whole number from " + min + " to " + max,
                ordered("type", "integer", "minimum", min, "maximum", max),
                text -> Optional.of(text)
                        .filter(WHOLE_NUMBER.asMatchPredicate())
                        .map(Integer::valueOf)
                        .filter(value -> value >= min && value <= max),
                null);
    }

    /** One of the constants, by their labels. */
    public static <E> Parameter<E> oneOf(String name, List<E> values, Function<E, String> label, String description) {
        List<String> labels = values.stream().map(label).toList();
        String all = String.join(", ", labels.subList(0, labels.size() - 1)) + " or " + labels.getLast();
        return new Parameter<>(name, false, description, all, ordered("type", "string", "enum", labels),
                text -> values.stream().filter(value -> label.apply(value).equals(text)).findFirst(), null);
    }

    /** A text of a certain form, without the white space around it; one that is blank counts as absent. */
    public static Parameter<String> text(String name, Predicate<String> form, String expected, String description) {
        return new Parameter<>(name, false, description, expected, ordered("type", "string", "maxLength", MAX_LENGTH),
                text -> Optional.of(text).filter(value -> value.length() <= MAX_LENGTH).filter(form), null);
    }

    /** Several texts, separated by commas; those that are blank count for nothing. */
    public static Parameter<List<String>> list(String name, int max, String description) {
        int length = max * MAX_LENGTH;
        return new Parameter<>(name, false, description, "at most " + max + " values, separated by commas",
                ordered("type", "string", "maxLength", length),
                text -> Optional.of(text)
                        .filter(value -> value.length() <= length)
                        .map(value -> Arrays.stream(value.split(",")).map(String::strip).filter(part -> !part.isEmpty()).distinct()
                                .toList())
                        .filter(values -> values.size() <= max),
                List.of());
    }

    /** The same with a default. */
    public Parameter<T> orElse(T fallback, Object asJson) {
        Map<String, Object> withDefault = new LinkedHashMap<>(schema);
        withDefault.put("default", asJson);
        return new Parameter<>(name, inPath, description, expected, withDefault, parser, fallback);
    }

    /** The same, but empty where it is not given. */
    public Parameter<Optional<T>> optional() {
        return new Parameter<>(name, inPath, description, expected, schema, this::parseOptional, Optional.empty());
    }

    private Optional<Optional<T>> parseOptional(String text) {
        Optional<T> value = parser.apply(text);
        return value.isPresent() ? Optional.of(value) : Optional.empty();
    }

    /** The same as a part of the path. */
    public Parameter<T> inPath() {
        return new Parameter<>(name, true, description, expected, schema, parser, null);
    }

    public String name() {
        return name;
    }

    public boolean isInPath() {
        return inPath;
    }

    public boolean isRequired() {
        return absent == null;
    }

    public String description() {
        return description;
    }

    /** Its JSON schema: type, bounds, default. */
    public Map<String, Object> schema() {
        return schema;
    }

    /**
     * Reads what a request gives for it.
     *
     * @param values empty if it gives nothing
     * @throws InvalidParameterException if it must not be so
     */
    public T read(List<String> values) {
        if (values.size() > 1) {
            throw new InvalidParameterException(name + " must be given once");
        }
        boolean isText = "string".equals(schema.get("type")) && !inPath;
        List<String> given = isText ? values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList() : values;
        if (!given.isEmpty()) {
            return parser.apply(given.getFirst()).orElseThrow(() -> new InvalidParameterException(name + " must be " + expected));
        }
        if (absent == null) {
            throw new InvalidParameterException(name + " is missing: it must be " + expected);
        }
        return absent;
    }

    /** Name and schema, for messages. */
    @Override
    public String toString() {
        return name + schema.entrySet().stream().map(Object::toString).collect(Collectors.joining(", ", "{", "}"));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
