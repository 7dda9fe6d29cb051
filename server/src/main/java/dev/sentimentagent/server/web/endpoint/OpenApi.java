package dev.sentimentagent.server.web.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The OpenAPI 3.1 document of some calls. */
public final class OpenApi {
    private static final String INTRODUCTION = "What developers say on Reddit about AI developer tools. Times are ISO 8601 in UTC. Answers to GET "
            + "carry an ETag that changes when the data does; If-None-Match gets 304. HEAD is answered like GET. Unknown parameters are ignored.";
    private static final Map<String, Object> ERROR = Map.of("$ref", "#/components/schemas/Error");

    private final RecordSchemas schemas = RecordSchemas.ofAnswers();
    private final RecordSchemas bodies = RecordSchemas.ofRequests();

    private OpenApi() {}

    /** The document as a tree of maps and lists. */
    public static Map<String, Object> document(List<Endpoint> endpoints, String version) {
        return new OpenApi().write(endpoints, version);
    }

    private Map<String, Object> write(List<Endpoint> endpoints, String version) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            paths.computeIfAbsent(endpoint.path(), _ -> new LinkedHashMap<>())
                    .put(endpoint.method().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        Map<String, Object> all = new LinkedHashMap<>(schemas.all());
        all.putAll(bodies.all());
        all.put("Error", Map.of("type", "object", "properties",
                Map.of("detail", Map.of("type", "string", "description", "What was wrong, in one sentence")), "required",
                List.of("detail")));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "SentimentAgent", "version", version, "description", INTRODUCTION));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", all, "securitySchemes",
                Map.of("admin", Map.of("type", "apiKey", "in", "header", "name", "X-Admin-Token"))));
        return document;
    }

    private Map<String, Object> operation(Endpoint endpoint) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", id(endpoint));
        operation.put("summary", endpoint.summary());
        operation.put("tags", List.of(endpoint.group()));
        operation.put("parameters", endpoint.parameters().stream().map(OpenApi::parameter).toList());
        Class<?> reads = endpoint.reads();
        if (reads != null) {
            operation.put("requestBody",
                    Map.of("required", true, "content", Map.of("application/json", Map.of("schema", bodies.of(reads)))));
        }
        operation.put("responses", responses(endpoint));
        if (endpoint.admin()) {
            operation.put("security", List.of(Map.of("admin", List.of())));
        }
        return operation;
    }

    private static String id(Endpoint endpoint) {
        return (endpoint.method() + endpoint.path()).replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> parameter(Parameter<?> parameter) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", parameter.name());
        map.put("in", parameter.isInPath() ? "path" : "query");
        map.put("description", parameter.description());
        map.put("required", parameter.isRequired());
        map.put("schema", parameter.schema());
        return map;
    }

    private Map<String, Object> responses(Endpoint endpoint) {
        Map<String, Object> responses = new TreeMap<>();
        if (!endpoint.parameters().isEmpty() || endpoint.reads() != null) {
            responses.put("422", response("A value is missing, out of range or not of its type", "application/json", ERROR));
        }
        if (endpoint.admin()) {
            responses.put("401", response("The token is missing", "application/json", ERROR));
            responses.put("403", response("The token is wrong, or admin calls are off", "application/json", ERROR));
        }
        responses.put("429", response("The client asks too often; Retry-After says when it may again", "application/json", ERROR));
        responses.put("503", response("The store does not answer, or the service is busy or stopping", "application/json", ERROR));
        for (Answered answered : endpoint.answers()) {
            responses.put(String.valueOf(answered.status()), response(answered.description(), answered.mediaType(), schema(answered)));
        }
        return responses;
    }

    private Map<String, Object> response(String description, String mediaType, @Nullable Map<String, Object> schema) {
        Map<String, Object> media = schema == null ? Map.of() : Map.of("schema", schema);
        return Map.of("description", description, "content", Map.of(mediaType, media));
    }

    private @Nullable Map<String, Object> schema(Answered answered) {
        Class<?> body = answered.body();
        if (body == null) {
            return answered.mediaType().equals("application/json") ? ERROR : null;
        }
        Map<String, Object> one = schemas.of(body);
        return answered.list() ? Map.of("type", "array", "items", one) : one;
    }
}
