package dev.sentimentagent.server.web;

import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.InvalidParameterException;
import dev.sentimentagent.server.web.endpoint.Parameter;
import io.helidon.webserver.http.ServerRequest;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, checked as its endpoint describes them. */
final class Query {
    private final IdentityHashMap<Parameter<?>, Object> values = new IdentityHashMap<>();
    private final String key;

    /** @throws InvalidParameterException at the first that is wrong */
    Query(Endpoint endpoint, ServerRequest request) {
        StringBuilder path = new StringBuilder(request.path().absolute().rawPath());
        for (Parameter<?> parameter : endpoint.parameters()) {
            Object value = parameter.read(given(parameter, request));
            values.put(parameter, value);
            // No value that is accepted holds one.
            path.append('\0').append(value);
        }
        this.key = path.toString();
    }

    /** The path and the values: what is answered is the same if this is. */
    String key() {
        return key;
    }

    private static List<String> given(Parameter<?> parameter, ServerRequest request) {
        return parameter.isInPath()
                ? List.of(request.path().pathParameters().get(parameter.name()))
                : request.query().all(parameter.name(), List::of);
    }

    /** The value of a parameter that the endpoint has. */
    @SuppressWarnings("unchecked")
    <T> T get(Parameter<T> parameter) {
        Object value = values.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException(parameter + " is not described as one of this endpoint");
        }
        return (T) value;
    }

    /** Name of a subreddit; null for all of them. */
    @Nullable
    String subreddit() {
        return get(Parameters.SUBREDDIT).filter(name -> !name.equalsIgnoreCase("all")).orElse(null);
    }
}
