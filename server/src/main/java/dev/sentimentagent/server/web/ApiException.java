package dev.sentimentagent.server.web;

import io.helidon.http.Status;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A request that gets an error for an answer; the message is the one clear sentence of its {@code detail}. */
final class ApiException extends RuntimeException {
    static final Status UNPROCESSABLE = Status.create(422, "Unprocessable Content");

    private final Status status;
    private final @Nullable Duration retryAfter;

    ApiException(Status status, String detail) {
        this(status, detail, null);
    }

    private ApiException(Status status, String detail, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** When the same request may succeed, in whole seconds; empty if nothing is known of that. */
    OptionalLong retryAfterSeconds() {
        return retryAfter == null ? OptionalLong.empty() : OptionalLong.of(retryAfter.plusMillis(999).toSeconds());
    }

    /** A parameter is out of range or not of its type. */
    static ApiException invalid(String detail) {
        return new ApiException(UNPROCESSABLE, detail);
    }

    /** There are too many of this at a time. */
    static ApiException busy(String detail) {
        return new ApiException(Status.SERVICE_UNAVAILABLE_503, detail, Duration.ofSeconds(5));
    }

    /** The client asks too often. */
    static ApiException tooMany(Duration wait) {
        return new ApiException(Status.TOO_MANY_REQUESTS_429, "too many requests, ask again later", wait);
    }

    static ApiException notFound(String detail) {
        return new ApiException(Status.NOT_FOUND_404, detail);
    }

    Status status() {
        return status;
    }
}
