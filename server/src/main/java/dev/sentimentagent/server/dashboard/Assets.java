package dev.sentimentagent.server.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The files that pages are made with. Nothing of them comes from elsewhere. */
public final class Assets {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js";
    private static final Map<String, Asset> ALL = Map.of(
            "style.css",
            read("style.css", "text/css; charset=UTF-8"),
            "dashboard.js",
            read("dashboard.js", "text/javascript; charset=UTF-8"),
            "admin.js",
            read("admin.js", "text/javascript; charset=UTF-8"),
            "admin.css",
            read("admin.css", "text/css; charset=UTF-8"),
            "icon.svg",
            read("icon.svg", "image/svg+xml"),
            "htmx.js",
            read(HTMX, "text/javascript; charset=UTF-8"));

    private Assets() {}

    /** A file. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Asset(String type, byte[] body) {}

    /** All files, by their names below {@code /assets/}. */
    public static Map<String, Asset> all() {
        return ALL;
    }

    private static Asset read(String resource, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing from the program");
            }
            return new Asset(type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
