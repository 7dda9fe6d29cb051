package dev.sentimentagent.standin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the API sees it.
 *
 * @param subreddit whose listing it asks for; null for any other request
 * @param authorization value of that header; null if there was none
 * @param body as text; empty if there was none
 */
record Call(
        Endpoint endpoint,
        String path,
        @Nullable String subreddit,
        Map<String, String> query,
        @Nullable String authorization,
        String body) {
    static Call of(String method, String path, Map<String, String> query, @Nullable String authorization, String body) {
        String[] parts = path.replaceFirst("\\.json$", "").replaceFirst("/$", "").split("/", -1);
        if (method.equals("POST")) {
            boolean token = path.equals("/api/v1/access_token");
            return new Call(token ? Endpoint.TOKEN : Endpoint.OTHER, path, null, query, authorization, body);
        }
        if (parts.length == 4 && parts[1].equals("r")) {
            Endpoint endpoint = switch (parts[3]) {
                case "new" -> Endpoint.NEW;
                case "comments" -> Endpoint.COMMENTS;
                default -> Endpoint.OTHER;
            };
            return new Call(endpoint, path, parts[2], query, authorization, body);
        }
        boolean info = parts.length == 3 && parts[1].equals("api") && parts[2].equals("info");
        return new Call(info ? Endpoint.INFO : Endpoint.OTHER, path, null, query, authorization, body);
    }

    boolean raw() {
        return "1".equals(query.get("raw_json"));
    }
}
