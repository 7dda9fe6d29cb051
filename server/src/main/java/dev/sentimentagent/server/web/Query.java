package dev.sentimentagent.server.web;

import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.InvalidParameterException;
import dev.sentimentagent.server.web.endpoint.Parameter;
import io.helidon.webserver.http.ServerRequest;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, checked as its endpoint describes them. */
final class Query {
    private final Map<Parameter<?>, Object> values = new IdentityHashMap<>();

    /** @throws InvalidParameterException at the first that is wrong */
    Query(Endpoint endpoint, ServerRequest request) {
        for (Parameter<?> parameter : endpoint.parameters()) {
            values.put(parameter, parameter.read(given(parameter, request)));
        }
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
