package dev.sentimentagent.server.dashboard;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is answered.
 *
 * @param status of HTTP
 * @param type media type
 * @param file name under which it is saved rather than shown; null for what is shown
 * @param whole whether it has all that it will have a moment later
 */
public record Page(int status, String type, String body, @Nullable String file, boolean whole) {
    private static final String HTML = "text/html; charset=UTF-8";

    static Page html(String body, boolean whole) {
        return new Page(200, HTML, body, null, whole);
    }

    static Page html(int status, String body) {
        return new Page(status, HTML, body, null, true);
    }

    /** The body as it is sent. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    static Page file(String type, String body, String name) {
        return new Page(200, type, body, name, true);
    }
}
