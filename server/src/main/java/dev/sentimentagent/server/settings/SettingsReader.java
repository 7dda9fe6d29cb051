package dev.sentimentagent.server.settings;

import dev.sentimentagent.reddit.RedditSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads typed values out of names and texts; a blank value counts as absent. */
final class SettingsReader {
    private final Map<String, String> values;
    /** What has been asked for, in that order, as it is told of. */
    private final Map<String, String> told = new LinkedHashMap<>();

    SettingsReader(Map<String, String> values) {
        this.values = values;
    }

    /** Names of what has been asked for, present or not. */
    Set<String> asked() {
        return Set.copyOf(told.keySet());
    }

    /** Everything that has been asked for as NAME=value, what was set first; of a secret only whether it is set. */
    String told() {
        Map<Boolean, List<String>> bySet = told.entrySet()
                .stream()
                .collect(
                        Collectors.partitioningBy(
                                entry -> isSet(entry.getKey()),
                                Collectors.mapping(entry -> entry.getKey() + "=" + quoted(entry.getValue()), Collectors.toList())));
        return "set: " + String.join(" ", bySet.getOrDefault(true, List.of())) + "; by default: "
                + String.join(" ", bySet.getOrDefault(false, List.of()));
    }

    private boolean isSet(String name) {
        return !values.getOrDefault(name, "").isBlank();
    }

    private static String quoted(String value) {
        return value.contains(" ") ? '"' + value + '"' : value;
    }

    Optional<String> text(String name) {
        Optional<String> value = Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
        told.put(name, value.map(text -> Environment.isSecret(name) ? "***" : text).orElse(""));
        return value;
    }

    String text(String name, String fallback) {
        return text(name).orElseGet(() -> byDefault(name, fallback, fallback));
    }

    private <T> T byDefault(String name, T fallback, String shown) {
        told.put(name, shown);
        return fallback;
    }

    /** What becomes a header of a request, where other characters would break it. Not told in the message: it may be a secret. */
    Optional<String> header(String name) {
        Optional<String> value = text(name);
        if (value.isPresent() && !RedditSettings.isVisible(value.get())) {
            throw new SettingsException(name + " must be printable ASCII: letters without accents, digits, signs");
        }
        return value;
    }

    String header(String name, String fallback) {
        return header(name).orElseGet(() -> byDefault(name, fallback, fallback));
    }

    int integer(String name, int fallback, int min, int max) {
        return parse(name, Integer::valueOf, fallback, value -> value >= min && value <= max, "a whole number from " + min + " to " + max);
    }

    double number(String name, double fallback, double min, double max) {
        return parse(name, Double::valueOf, fallback, value -> value >= min && value <= max, "a number from " + min + " to " + max);
    }

    boolean flag(String name, boolean fallback) {
        return parse(name, SettingsReader::toBoolean, fallback, _ -> true, "true or false");
    }

    URI httpUri(String name, String fallback) {
        return parse(
                name,
                SettingsReader::withoutTrailingSlash,
                URI.create(fallback),
                RedditSettings::isAddress,
                "an address such as https://oauth.reddit.com");
    }

    /** Values separated by commas, blanks around them dropped. */
    List<String> list(String name, List<String> fallback) {
        return text(name).map(value -> Arrays.stream(value.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList())
                .orElseGet(() -> byDefault(name, fallback, String.join(",", fallback)));
    }

    String oneOf(String name, String fallback, List<String> allowed) {
        return parse(name, Function.identity(), fallback, allowed::contains, "one of " + String.join(", ", allowed));
    }

    <E extends Enum<E>> E oneOf(String name, E fallback) {
        Class<E> type = fallback.getDeclaringClass();
        String allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        return parse(name, text -> Enum.valueOf(type, text), fallback, _ -> true, "one of " + allowed);
    }

    <T> T parse(String name, Function<String, T> parser, T fallback, Predicate<T> valid, String expected) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return byDefault(name, fallback, fallback instanceof Optional ? "" : String.valueOf(fallback));
        }
        try {
            T value = parser.apply(text.get());
            if (valid.test(value)) {
                return value;
            }
        } catch (IllegalArgumentException _) {
            // The message below says all there is to say.
        }
        throw new SettingsException(name + " must be " + expected + ", not \"" + text.get() + "\"");
    }

    private static boolean toBoolean(String value) {
        return switch (value) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    private static URI withoutTrailingSlash(String value) {
        return URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
    }
}
