package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.figures.Scope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has chosen to look at: it stands in the address of every page and in every link.
 *
 * @param path of the page
 * @param subreddit null for all
 * @param further parameters of this page alone
 */
record View(String path, Range range, @Nullable String subreddit, Map<String, String> further) {
    static View of(PageRequest request, Instant now, String... further) {
        Map<String, String> parameters = request.parameters();
        String subreddit = parameters.getOrDefault("subreddit", "").strip();
        if (!subreddit.isEmpty() && !SubredditName.isValid(subreddit)) {
            throw PageException.invalid("A subreddit is named by letters, digits and underscores, without r/.");
        }
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : further) {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                kept.put(name, value);
            }
        }
        return new View(request.path(), Range.of(parameters, now), subreddit.isEmpty() ? null : subreddit, kept);
    }

    Scope scope() {
        return new Scope(range.window(), subreddit, null);
    }

    Scope ofTool(String id) {
        return new Scope(range.window(), subreddit, id);
    }

    /** A further parameter; empty if it was not given. */
    String get(String name) {
        return further.getOrDefault(name, "");
    }

    /** The same page with another span that ends now. */
    String withRange(String key) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>(further);
        parameters.put("range", key.equals(Range.DEFAULT) ? null : key);
        parameters.put("subreddit", subreddit);
        return address(path, parameters);
    }

    /** The same page with one of its parameters changed. */
    String with(String name, String value) {
        Map<String, @Nullable String> parameters = range.parameters();
        parameters.put("subreddit", subreddit);
        parameters.putAll(further);
        parameters.put(name, value);
        return address(path, parameters);
    }

    /** Another page with the same span and subreddit. */
    String to(String other) {
        return to(other, Map.of());
    }

    String to(String other, String name, String value) {
        return to(other, Map.of(name, value));
    }

    String to(String other, Map<String, String> more) {
        Map<String, @Nullable String> parameters = range.parameters();
        parameters.put("subreddit", subreddit);
        parameters.putAll(more);
        return address(other, parameters);
    }

    /** Posts and comments of a part of its span: of one step of a chart. */
    String posts(Window part, String toolId) {
        return new View(path, Range.of(part), subreddit, Map.of()).to("/posts", Map.of("tool", toolId));
    }

    /** A file with what this page shows. */
    String file(String name) {
        return with("file", name);
    }

    static String address(String path, Map<String, ? extends @Nullable String> parameters) {
        String query = parameters.entrySet()
                .stream()
                .filter(parameter -> parameter.getValue() != null && !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "=" + encode(String.valueOf(parameter.getValue())))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
