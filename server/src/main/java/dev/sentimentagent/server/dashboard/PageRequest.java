package dev.sentimentagent.server.dashboard;

import java.util.Map;

/**
 * What a reader asks for.
 *
 * @param path below the root, beginning with a slash, decoded
 * @param parameters first value of each, decoded
 */
public record PageRequest(String path, Map<String, String> parameters) {
    public PageRequest {
        parameters = Map.copyOf(parameters);
    }
}
