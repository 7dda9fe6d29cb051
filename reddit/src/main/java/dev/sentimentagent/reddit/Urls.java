package dev.sentimentagent.reddit;

import java.net.URI;

/** Addresses below a base. */
final class Urls {
    private Urls() {}

    /** @param pathAndQuery begins with a slash, and is encoded */
    static URI below(URI base, String pathAndQuery) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + pathAndQuery);
    }
}
