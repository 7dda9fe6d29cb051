package dev.sentimentagent.standin;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP answer before it is sent. The body is not copied: whoever makes one hands it over. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, Map<String, String> headers, byte[] body) {
    static Answer json(int status, byte[] body) {
        return of(status, "application/json; charset=UTF-8", body);
    }

    static Answer json(int status, String body) {
        return json(status, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The short JSON by which Reddit tells an error. */
    static Answer error(int status, String message) {
        return json(status, "{\"message\": \"" + message + "\", \"error\": " + status + "}");
    }

    /** The same with the reason why a subreddit is not served. */
    static Answer error(int status, String message, String reason) {
        return json(status, "{\"reason\": \"" + reason + "\", \"message\": \"" + message + "\", \"error\": " + status + "}");
    }

    static Answer html(int status, String title, String text) {
        String page = """
                <!doctype html>
                <html>
                  <head><title>%s</title></head>
                  <body>
                    <h1>%s</h1>
                    <p>%s</p>
                  </body>
                </html>
                """.formatted(title, title, text);
        return of(status, "text/html; charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static Answer redirect(String location) {
        return html(302, "302 Found", "The resource was found at another address; you should be redirected automatically.")
                .with("Location", location);
    }

    private static Answer of(int status, String contentType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("Cache-Control", "private, s-maxage=0, max-age=0, must-revalidate, no-store");
        headers.put("x-content-type-options", "nosniff");
        headers.put("x-frame-options", "SAMEORIGIN");
        headers.put("Server", "snooserv");
        return new Answer(status, headers, body);
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    Answer withAll(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new Answer(status, more, body);
    }
}
