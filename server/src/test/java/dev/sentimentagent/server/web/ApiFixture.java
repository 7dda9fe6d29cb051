package dev.sentimentagent.server.web;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.testsupport.ManualTime;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A running service, and what it says of itself. */
final class ApiFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    static final JsonMapper JSON = JsonMapper.shared();

    final ManualTime time = new ManualTime(NOW);
    private final RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), time);
    final RunningService service;
    final JsonNode document;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    ApiFixture(Path folder, Map<String, String> settings) {
        service = RunningService.start(folder.resolve("test.db"), standIn, "Cursor,claude,kiroIDE", time, settings);
        document = service.json("/openapi.json");
    }

    /** A call as the document describes it. */
    record Call(String method, String path, JsonNode operation, JsonNode schemas) {
        /** Names of the properties of a schema of the document; none if there is no such schema. */
        List<String> properties(String schema) {
            return List.copyOf(schemas.path(schema).path("properties").propertyNames());
        }

        Stream<JsonNode> parameters() {
            return operation.get("parameters").valueStream();
        }

        boolean isStream() {
            return operation.at("/responses/200/content").has("text/event-stream");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Call> calls() {
        return document.get("paths").propertyStream()
                .flatMap(path -> path.getValue().propertyStream()
                        .map(call -> new Call(call.getKey().toUpperCase(Locale.ROOT), path.getKey(), call.getValue(),
                                document.at("/components/schemas"))))
                .toList();
    }

    /** What is wrong with an answer to a call, as the document describes it; empty if nothing is. */
    List<String> faults(Call call, HttpResponse<String> answer) {
        JsonNode responses = call.operation.get("responses");
        JsonNode described = responses.path(String.valueOf(answer.statusCode())).path("content");
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (!described.has(type) && !(type.equals("application/x-ndjson") && described.has("text/csv"))) {
            return List.of("not described: " + answer.statusCode() + " " + type + " " + answer.body());
        }
        JsonNode schema = described.path(type).path("schema");
        return schema.isMissingNode()
                ? List.of()
                : schemas.computeIfAbsent(schema.toString(), _ -> schema(schema))
                        .validate(JSON.readTree(answer.body()))
                        .stream()
                        .map(Object::toString)
                        .toList();
    }

    private Schema schema(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
    }

    @Override
    public void close() {
        service.close();
        standIn.close();
    }
}
