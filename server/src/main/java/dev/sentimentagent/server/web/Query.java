package dev.sentimentagent.server.web;

import dev.sentimentagent.model.SubredditName;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, checked: what is wrong ends in a 422 that names it. */
final class Query {
    /** 90 days. */
    static final int MAX_HOURS = 2160;

    /** As many digits as always fit. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");

    private final ServerRequest request;
    private final List<String> names;

    /** @param names of the parameters that may be asked for: what is answered depends on no others */
    Query(ServerRequest request, List<String> names) {
        this.request = request;
        this.names = names;
    }

    /** The path and the parameters, as they were given: what is answered is the same if this is. */
    String key() {
        StringBuilder key = new StringBuilder(request.path().absolute().rawPath());
        for (String name : names) {
            // No parameter that is accepted has one.
            key.append('\0').append(value(name).orElse(""));
        }
        return key.toString();
    }

    private Optional<String> value(String name) {
        if (!names.contains(name)) {
            throw new IllegalStateException("the parameter " + name + " is not among those that were declared: " + names);
        }
        return request.query().first(name).asOptional();
    }

    Optional<String> text(String name) {
        return value(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    int integer(String name, int fallback, int min, int max) {
        Optional<String> text = value(name);
        if (text.isEmpty()) {
            return fallback;
        }
        if (WHOLE_NUMBER.matcher(text.get()).matches()) {
            int value = Integer.parseInt(text.get());
            if (value >= min && value <= max) {
                return value;
            }
        }
        throw ApiException.invalid(name + " must be a whole number from " + min + " to " + max);
    }

    int hours(int fallback) {
        return integer("hours", fallback, 1, MAX_HOURS);
    }

    /** Name of a subreddit; null for all of them. */
    @Nullable
    String subreddit() {
        Optional<String> name = text("subreddit").filter(value -> !value.equalsIgnoreCase("all"));
        if (name.isPresent() && !SubredditName.isValid(name.get())) {
            throw ApiException.invalid("subreddit must be a name without r/: letters, digits and underscores");
        }
        return name.orElse(null);
    }

    @Nullable
    String cursor() {
        return text("cursor").orElse(null);
    }
}
