package dev.sentimentagent.server.web;

import io.helidon.http.Status;

/** A request that gets an error for an answer; the message is the one clear sentence of its {@code detail}. */
final class ApiException extends RuntimeException {
    static final Status UNPROCESSABLE = Status.create(422, "Unprocessable Content");

    private final Status status;

    ApiException(Status status, String detail) {
        super(detail);
        this.status = status;
    }

    /** A parameter is out of range or not of its type. */
    static ApiException invalid(String detail) {
        return new ApiException(UNPROCESSABLE, detail);
    }

    static ApiException notFound(String detail) {
        return new ApiException(Status.NOT_FOUND_404, detail);
    }

    Status status() {
        return status;
    }
}
