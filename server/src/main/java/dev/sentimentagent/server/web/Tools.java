package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Tool;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The tools that are listened for.
 *
 * @param since when the catalogue that they come from was made
 */
record Tools(List<Tool> list, Instant since) {
    /** The tool of that id, in any case; 404 if there is none. */
    Tool known(String id) {
        return list.stream()
                .filter(tool -> tool.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("there is no tool " + id));
    }
}
