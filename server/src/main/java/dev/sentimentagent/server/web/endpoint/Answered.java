package dev.sentimentagent.server.web.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * One way in which a call may be answered.
 *
 * @param body the record whose JSON it is; null for other media types
 * @param list whether it is an array of such bodies
 */
public record Answered(int status, String description, String mediaType, @Nullable Class<?> body, boolean list) {
    static Answered json(int status, String description, @Nullable Class<?> body, boolean list) {
        return new Answered(status, description, "application/json", body, list);
    }
}
