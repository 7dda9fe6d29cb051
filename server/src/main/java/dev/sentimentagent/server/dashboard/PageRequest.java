package dev.sentimentagent.server.dashboard;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a reader asks for.
 *
 * @param path below the root, beginning with a slash, decoded
 * @param parameters first value of each, decoded; those that no page knows are left out
 */
public record PageRequest(String path, Map<String, String> parameters) {
    private static final Set<String> KNOWN = Set.of("range", "from", "to", "subreddit", "file", "q", "tool", "sentiment", "sort", "after",
            "t", "theme", "add", Movers.BY, Site.WAIT);

    public PageRequest {
        Map<String, String> known = new TreeMap<>(parameters);
        known.keySet().retainAll(KNOWN);
        parameters = Collections.unmodifiableMap(known);
    }

    /** The same for all requests for the same page. */
    public String key() {
        return View.address(View.encode(path), parameters);
    }
}
