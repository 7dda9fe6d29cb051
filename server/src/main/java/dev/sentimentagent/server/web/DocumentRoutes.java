package dev.sentimentagent.server.web;

import dev.sentimentagent.server.resource.Resources;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.OpenApi;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@code /openapi.json}, made when it is first asked for, and {@code /docs}, a page to try the API on (Swagger UI, from the class path). */
final class DocumentRoutes implements HttpService {
    /** What of Swagger UI the page needs, and what type it is. */
    private static final Map<String, String> FILES = Map.of("swagger-ui.css", "text/css", "swagger-ui-bundle.js", "text/javascript");

    private final List<Endpoint> endpoints;
    private final Map<String, Answer> made = new ConcurrentHashMap<>();

    DocumentRoutes(List<Endpoint> endpoints) {
        this.endpoints = List.copyOf(endpoints);
    }

    @Override
    public void routing(HttpRules rules) {
        Routes.get(rules, "/openapi.json",
                kept("openapi.json", () -> answer(Json.TYPE, Json.writeIndented(OpenApi.document(endpoints, version())))));
        Routes.get(rules, "/docs", kept("docs.html", () -> answer("text/html; charset=UTF-8", own("docs.html"))));
        Routes.get(rules, "/docs/docs.js", kept("docs.js", () -> answer("text/javascript; charset=UTF-8", own("docs.js"))));
        Routes.get(rules, "/docs/docs.css", kept("docs.css", () -> answer("text/css; charset=UTF-8", own("docs.css"))));
        Routes.get(rules, "/docs/{name}", this::library);
    }

    private interface Maker {
        Answer make();
    }

    private Handler kept(String name, Maker maker) {
        return (request, response) -> made.computeIfAbsent(name, _ -> maker.make()).send(request, response);
    }

    private void library(ServerRequest request, ServerResponse response) {
        String name = request.path().pathParameters().get("name");
        String type = FILES.get(name);
        if (type == null) {
            throw ApiException.notFound("there is no such file");
        }
        // Not kept: a megabyte and a half, for who tries the API out.
        answer(type + "; charset=UTF-8", Resources.library("org.webjars", "swagger-ui", name)).send(request, response);
    }

    private static Answer answer(String type, byte[] body) {
        return new Answer(type, body, body, null);
    }

    private static byte[] own(String name) {
        return Resources.read("/dev/sentimentagent/server/web/" + name);
    }

    private static String version() {
        @Nullable
        String version = DocumentRoutes.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
