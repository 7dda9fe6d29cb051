package dev.sentimentagent.server.web.endpoint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API: all that is said of it, to whoever asks.
 *
 * @param path with the parameters that are part of it in braces
 * @param group what the document shows it under
 * @param summary what it answers, in a sentence without a full stop
 * @param reads the record that the JSON of its body is read as; null if it takes none
 * @param answers without those that every call may give
 * @param admin whether it needs the admin token
 */
public record Endpoint(String method, String path, String group, String summary, List<Parameter<?>> parameters, @Nullable Class<?> reads,
        List<Answered> answers, boolean admin) {
    public Endpoint {
        parameters = List.copyOf(parameters);
        answers = List.copyOf(answers);
    }

    public static Endpoint get(String path, String group, String summary) {
        return of("GET", path, group, summary);
    }

    public static Endpoint post(String path, String group, String summary) {
        return of("POST", path, group, summary);
    }

    public static Endpoint put(String path, String group, String summary) {
        return of("PUT", path, group, summary);
    }

    public static Endpoint delete(String path, String group, String summary) {
        return of("DELETE", path, group, summary);
    }

    private static Endpoint of(String method, String path, String group, String summary) {
        return new Endpoint(method, path, group, summary, List.of(), null, List.of(), false);
    }

    /** The same with these parameters. */
    public Endpoint taking(Parameter<?>... taken) {
        return new Endpoint(method, path, group, summary, List.of(taken), reads, answers, admin);
    }

    /** The same, with such a body; a component that may be null may be absent. */
    public Endpoint reading(Class<?> body) {
        return new Endpoint(method, path, group, summary, parameters, body, answers, admin);
    }

    /** The same, answered with that record as JSON. */
    public Endpoint answering(Class<?> body) {
        return with(Answered.json(200, "The answer", body, false));
    }

    /** The same, answered with an array of such records. */
    public Endpoint answeringListOf(Class<?> body) {
        return with(Answered.json(200, "The answer", body, true));
    }

    /** The same, answered with that record and another status. */
    public Endpoint answering(int status, String when, Class<?> body) {
        return with(Answered.json(status, when, body, false));
    }

    /** The same, answered with something that is not JSON. */
    public Endpoint answeringWith(String mediaType, String what) {
        return with(new Answered(200, what, mediaType, null, false));
    }

    /** The same, which may fail in that way too. */
    public Endpoint failing(int status, String when) {
        return with(Answered.json(status, when, null, false));
    }

    /** The same, for who has the admin token. */
    public Endpoint forAdmin() {
        return new Endpoint(method, path, group, summary, parameters, reads, answers, true);
    }

    /** The same at another path. */
    public Endpoint at(String other) {
        return new Endpoint(method, other, group, summary, parameters, reads, answers, admin);
    }

    private Endpoint with(Answered answered) {
        List<Answered> more = new ArrayList<>(answers);
        more.add(answered);
        return new Endpoint(method, path, group, summary, parameters, reads, more, admin);
    }
}
