package dev.sentimentagent.server.web;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes the bodies of answers: {@code snake_case} names, ISO 8601 times. Thread-safe. */
final class Json {
    /** The media type. */
    static final String TYPE = "application/json";

    private static final JsonMapper MAPPER = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    private Json() {}

    static byte[] write(Object body) {
        return MAPPER.writeValueAsBytes(body);
    }

    /** For people: indented. */
    static byte[] writeIndented(Object body) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(body);
    }
}
