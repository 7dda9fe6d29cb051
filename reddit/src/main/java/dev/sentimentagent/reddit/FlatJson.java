package dev.sentimentagent.reddit;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The scalar members of a small JSON object, such as Reddit's tokens and error bodies; empty if the body is none. */
final class FlatJson {
    /** The largest that was recorded is 1 kB; HTML pages are larger, and need not be looked at. */
    private static final int MOST = 64 << 10;

    private FlatJson() {}

    static Map<String, String> of(Exchange.Answer answer) {
        try {
            byte[] body = answer.unpacked(MOST);
            return Json.read(body, 0, body.length, FlatJson::read);
        } catch (IOException | Json.NotJsonException e) {
            // Whoever asks does as well without.
            return Map.of();
        }
    }

    private static Map<String, String> read(JsonParser parser) {
        Map<String, String> members = new HashMap<>();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return members;
        }
        String name;
        while ((name = parser.nextName()) != null) {
            JsonToken value = parser.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                members.put(name, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return members;
    }
}
