package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.server.resource.Resources;
import java.util.Map;

/** The files that pages are made with. Nothing of them comes from elsewhere. */
public final class Assets {
    private static final Map<String, Asset> ALL = Map.of(
            "style.css",
            own("style.css", "text/css; charset=UTF-8"),
            "dashboard.js",
            own("dashboard.js", "text/javascript; charset=UTF-8"),
            "admin.js",
            own("admin.js", "text/javascript; charset=UTF-8"),
            "admin.css",
            own("admin.css", "text/css; charset=UTF-8"),
            "icon.svg",
            own("icon.svg", "image/svg+xml"),
            "htmx.js",
            new Asset("text/javascript; charset=UTF-8", Resources.library("org.webjars.npm", "htmx.org", "dist/htmx.min.js")));

    private Assets() {}

    /** A file. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Asset(String type, byte[] body) {}

    /** All files, by their names below {@code /assets/}. */
    public static Map<String, Asset> all() {
        return ALL;
    }

    private static Asset own(String file, String type) {
        return new Asset(type, Resources.read("/dev/sentimentagent/server/dashboard/" + file));
    }
}
