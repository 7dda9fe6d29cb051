package dev.sentimentagent.server.monitor;

import dev.sentimentagent.server.monitor.Observation.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Understands the body of {@code /api/v1/health}, and tells it from whatever else may answer at an address. */
final class HealthBody {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<Status> SPOKEN = List.of(Status.HEALTHY, Status.DEGRADED, Status.UNHEALTHY);
    private static final int MAX_REASONS = 20;
    private static final int MAX_TEXT = 300;

    private HealthBody() {}

    static Observation read(int httpStatus, String text) {
        JsonNode body;
        try {
            body = JSON.readTree(text);
        } catch (JacksonException _) {
            return invalid(httpStatus, "the answer is not JSON");
        }
        Optional<Status> status = status(body);
        if (status.isEmpty() || !body.path("application").isObject() || !body.path("database").isObject()) {
            String detail = line(body.path("detail").asString(""));
            return invalid(httpStatus, "not a health report of SentimentAgent" + (detail.isEmpty() ? "" : ": " + detail));
        }
        if (httpStatus != 200 && status.get() != Status.UNHEALTHY) {
            return invalid(httpStatus, "the answer says " + status.get().label() + " but is an error");
        }
        return new Observation(
                status.get(),
                number(body.path("application").path("data_freshness_minutes")),
                number(body.path("process").path("memory_mb")),
                text(body.path("application").path("last_collection_at")),
                body.path("reasons").valueStream().limit(MAX_REASONS).map(reason -> line(reason.asString(""))).toList());
    }

    private static Optional<Status> status(JsonNode body) {
        String label = body.path("status").asString("");
        return Arrays.stream(Status.values()).filter(SPOKEN::contains).filter(status -> status.label().equals(label)).findFirst();
    }

    private static Observation invalid(int httpStatus, String reason) {
        return Observation.failed(Status.INVALID, reason + " (HTTP " + httpStatus + ")");
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? line(node.asString()) : null;
    }

    /** One line for a terminal, a log or an environment variable, which must not be steered by what an address answers. */
    static String line(String text) {
        String line = text.replaceAll("\\p{C}+", " ").strip();
        return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT) + "…";
    }
}
