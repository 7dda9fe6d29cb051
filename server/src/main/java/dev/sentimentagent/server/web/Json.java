package dev.sentimentagent.server.web;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes the bodies of answers and reads those of requests: {@code snake_case} names, ISO 8601 times. Thread-safe. */
final class Json {
    /** The media type. */
    static final String TYPE = "application/json";

    private static final JsonMapper MAPPER = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static byte[] write(Object body) {
        return MAPPER.writeValueAsBytes(body);
    }

    /** For people: indented. */
    static byte[] writeIndented(Object body) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(body);
    }

    private static byte[] body(ServerRequest request) {
        try {
            return request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
        } catch (DataReader.InsufficientDataAvailableException _) {
            throw new ApiException(Status.BAD_REQUEST_400, "the body is shorter than the request says");
        }
    }

    /**
     * Reads the body of a request; names that the record does not have are passed over.
     *
     * @throws ApiException 422 if it is not of that form; the message names the value that is not
     */
    static <T> T read(ServerRequest request, Class<T> type) {
        byte[] body = body(request);
        try {
            T read = MAPPER.readValue(body, type);
            if (read != null) {
                BodyCheck.requireComplete(read);
                return read;
            }
        } catch (JacksonException e) {
            String at = e.getPath().stream().map(JacksonException.Reference::getPropertyName).filter(Objects::nonNull)
                    .collect(Collectors.joining("."));
            if (!at.isEmpty()) {
                throw ApiException.invalid(at + " is not of its type");
            }
        }
        throw ApiException.invalid("the body must be a JSON object");
    }
}
