package dev.sentimentagent.server.web.endpoint;

/** A parameter is missing, not of its type, or out of range; the message is one clear sentence that names it. */
public final class InvalidParameterException extends RuntimeException {
    InvalidParameterException(String message) {
        super(message);
    }
}
