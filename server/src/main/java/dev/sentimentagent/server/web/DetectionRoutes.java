package dev.sentimentagent.server.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.detection.DetectionStatus;
import dev.sentimentagent.server.detection.DetectedTools;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.Parameter;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /admin/tools/pending} and what becomes of them. */
final class DetectionRoutes implements Route.Group {
    private static final String ADMIN = "admin";
    private static final String BASE = "/api/v1/admin/tools";
    private static final String GROUP = "Detected tools";
    /** Nobody has said what a detected name is. */
    private static final String VENDOR = "unknown";
    private static final String CATEGORY = "other";
    private static final Predicate<String> TOOL_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}").asMatchPredicate();
    private static final Parameter<String> ID = Parameter.text("tool_id", _ -> true, "the id of a tool", "Id of a detected tool").inPath();

    private static final Endpoint PENDING = Endpoint
            .get(BASE + "/pending", GROUP, "Names that are spoken of like tools and stand in no catalogue, the most spoken of first")
            .forAdmin()
            .answering(PendingBody.class);
    private static final Endpoint APPROVE = Endpoint.post(BASE + "/{tool_id}/approve", GROUP, "Listens for a detected tool").forAdmin()
            .taking(ID).answering(DecidedBody.class).failing(400, "It is approved already, or the id is none")
            .failing(404, "Nothing was detected under that id");
    private static final Endpoint REJECT = Endpoint.post(BASE + "/{tool_id}/reject", GROUP, "Does not propose a detected tool again")
            .forAdmin()
            .taking(ID).answering(DecidedBody.class).failing(400, "It is rejected already, or the id is none")
            .failing(404, "Nothing was detected under that id");

    private final AdminAccess access;
    private final DetectedTools tools;

    DetectionRoutes(AdminAccess access, DetectedTools tools) {
        this.access = access;
        this.tools = tools;
    }

    record PendingBody(List<PendingToolBody> tools, int count) {}

    /** {@code first_detected} as clients read it, {@code first_detected_at} as the Python version stored it. */
    record PendingToolBody(String id, String name, String vendor, String category, List<String> aliases, String status,
            int detectionThreshold, Instant createdAt, String description, @JsonProperty("mention_count_7d") long mentionCount7d,
            Instant firstDetected,
            Instant firstDetectedAt, List<String> sampleMentions) {}

    record DecidedBody(AiToolBody tool, String message) {}

    record AiToolBody(String id, String name, String vendor, String category, List<String> aliases, String status, int detectionThreshold,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String approvedBy,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant approvedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String rejectedBy,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant rejectedAt, Instant createdAt) {
        static AiToolBody of(DetectedTool tool) {
            boolean approved = tool.status() == DetectionStatus.APPROVED;
            boolean rejected = tool.status() == DetectionStatus.REJECTED;
            return new AiToolBody(tool.id(), tool.name(), VENDOR, CATEGORY, tool.aliases(), tool.status().label(), tool.threshold(),
                    approved ? tool.decidedBy() : null, approved ? tool.decidedAt() : null, rejected ? tool.decidedBy() : null,
                    rejected ? tool.decidedAt() : null, tool.firstDetected());
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(PENDING, access.guard(this::pending)), new Route(APPROVE, access.guard(this::approve)),
                new Route(REJECT, access.guard(this::reject)));
    }

    private void pending(ServerRequest request, ServerResponse response) {
        List<PendingToolBody> pending = tools.pending().stream().map(this::body).toList();
        Routes.send(request, response, Json.TYPE, Json.write(new PendingBody(pending, pending.size())));
    }

    private PendingToolBody body(DetectedTool tool) {
        return new PendingToolBody(tool.id(), tool.name(), VENDOR, CATEGORY, tool.aliases(), tool.status().label(), tool.threshold(),
                tool.firstDetected(), "", tool.mentions(), tool.firstDetected(), tool.firstDetected(), tools.samples(tool));
    }

    private void approve(ServerRequest request, ServerResponse response) {
        String id = id(request, APPROVE);
        decided(request, response, id, tools.approve(id, ADMIN));
    }

    private void reject(ServerRequest request, ServerResponse response) {
        String id = id(request, REJECT);
        decided(request, response, id, tools.reject(id, ADMIN));
    }

    private void decided(ServerRequest request, ServerResponse response, String id, Optional<DetectedTool> decided) {
        DetectedTool tool = decided.orElseThrow(() -> tools.find(id)
                .map(known -> new ApiException(Status.BAD_REQUEST_400, known.name() + " is " + known.status().label() + " already"))
                .orElseGet(() -> ApiException.notFound("there is no detected tool " + id)));
        Routes.send(request, response, Json.TYPE,
                Json.write(new DecidedBody(AiToolBody.of(tool), tool.name() + " is " + tool.status().label())));
    }

    private static String id(ServerRequest request, Endpoint endpoint) {
        String id = new Query(endpoint, request).get(ID);
        if (!TOOL_ID.test(id)) {
            throw new ApiException(Status.BAD_REQUEST_400, "the id of a tool is of letters, digits, hyphens and underscores");
        }
        return id;
    }
}
