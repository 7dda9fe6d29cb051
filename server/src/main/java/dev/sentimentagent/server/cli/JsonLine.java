package dev.sentimentagent.server.cli;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of JSON as {@code analyze} reads it.
 *
 * @param hasText whether it has a text that is a string
 * @param text what is scored of it
 * @param subreddit empty if it has none
 * @param id a string, a whole number as it stands there, or any other value; null if it has none
 */
record JsonLine(boolean hasText, String text, String subreddit, @Nullable Object id) {
    static final JsonMapper JSON = JsonMapper.builder()
            // An id is given back as it came.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Digits of a whole number, as they are to be written. */
    record Digits(String digits) {}

    /** The object of a line, or null if it is none, as plain text is that begins with a brace. */
    static @Nullable JsonLine parse(byte[] block, int start, int length) {
        try {
            JsonLine usual = usual(block, start, length);
            return usual == null ? any(block, start, length) : usual;
        } catch (JacksonException _) {
            return null;
        }
    }

    /** Reads a line of which text, subreddit and id are strings, or the id digits, which takes no tree; null if it is another. */
    private static @Nullable JsonLine usual(byte[] block, int start, int length) {
        String text = null;
        String subreddit = "";
        Object id = null;
        try (JsonParser parser = JSON.createParser(block, start, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                boolean string = value == JsonToken.VALUE_STRING;
                switch (name) {
                    case "text" -> text = string ? parser.getString() : null;
                    case "subreddit" -> {
                        if (!string) {
                            return null;
                        }
                        subreddit = parser.getString();
                    }
                    case "id" -> {
                        if (string) {
                            id = parser.getString();
                        } else if (value == JsonToken.VALUE_NUMBER_INT && parser.getString().charAt(0) != '-') {
                            id = new Digits(parser.getString());
                        } else {
                            return null;
                        }
                    }
                    default -> parser.skipChildren();
                }
            }
            return text == null || parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null
                    ? null
                    : new JsonLine(true, text, subreddit, id);
        }
    }

    private static @Nullable JsonLine any(byte[] block, int start, int length) {
        JsonNode node = JSON.readTree(block, start, length);
        if (!node.isObject()) {
            return null;
        }
        JsonNode text = node.path("text");
        JsonNode subreddit = node.get("subreddit");
        JsonNode id = node.get("id");
        return new JsonLine(text.isString(), text.asString(""), subreddit == null ? "" : subreddit.asString(""),
                id != null && id.isString() ? id.stringValue() : id);
    }
}
