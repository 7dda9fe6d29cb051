package dev.sentimentagent.server.settings;

import dev.sentimentagent.reddit.RedditSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads typed values out of names and texts; a blank value counts as absent. */
final class SettingsReader {
    private final Map<String, String> values;
    private final Set<String> asked = new TreeSet<>();

    SettingsReader(Map<String, String> values) {
        this.values = values;
    }

    /** Names of what has been asked for, present or not. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    Optional<String> text(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String text(String name, String fallback) {
        return text(name).orElse(fallback);
    }

    /** What becomes a header of a request, where other characters would break it. Not told in the message: it may be a secret. */
    Optional<String> header(String name) {
        Optional<String> value = text(name);
        if (value.isPresent() && !RedditSettings.isVisible(value.get())) {
            throw new SettingsException(name + " must be printable ASCII: letters without accents, digits, signs");
        }
        return value;
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
                .orElse(fallback);
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
            return fallback;
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
