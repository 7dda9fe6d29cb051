package dev.sentimentagent.server.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What is written of changes, as JSON and back. Thread-safe. */
final class Documents {
    private static final JsonMapper MAPPER = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    private Documents() {}

    static String write(Object document) {
        return MAPPER.writeValueAsString(document);
    }

    static Optional<ToolDocument> tool(@Nullable String json) {
        return json == null ? Optional.empty() : Optional.of(MAPPER.readValue(json, ToolDocument.class));
    }

    static Map<String, String> metadata(String json) {
        Map<?, ?> read = MAPPER.readValue(json, Map.class);
        return read.entrySet()
                .stream()
                .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), entry -> String.valueOf(entry.getValue())));
    }
}
