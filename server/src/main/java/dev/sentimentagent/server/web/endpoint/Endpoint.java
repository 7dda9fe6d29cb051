package dev.sentimentagent.server.web.endpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * One call of the API: all that is said of it, to whoever asks.
 *
 * @param path with the parameters that are part of it in braces
 * @param group what the document shows it under
 * @param summary what it answers, in a sentence without a full stop
 * @param answers without those that every call may give
 * @param admin whether it needs the admin token
 */
public record Endpoint(String method, String path, String group, String summary, List<Parameter<?>> parameters, List<Answered> answers,
        boolean admin) {
    public Endpoint {
        parameters = List.copyOf(parameters);
        answers = List.copyOf(answers);
    }

    public static Endpoint get(String path, String group, String summary) {
        return new Endpoint("GET", path, group, summary, List.of(), List.of(), false);
    }

    public static Endpoint post(String path, String group, String summary) {
        return new Endpoint("POST", path, group, summary, List.of(), List.of(), false);
    }

    /** The same with these parameters. */
    public Endpoint taking(Parameter<?>... taken) {
        return new Endpoint(method, path, group, summary, List.of(taken), answers, admin);
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
        return new Endpoint(method, path, group, summary, parameters, answers, true);
    }

    /** The same at another path. */
    public Endpoint at(String other) {
        return new Endpoint(method, other, group, summary, parameters, answers, admin);
    }

    private Endpoint with(Answered answered) {
        List<Answered> more = new ArrayList<>(answers);
        more.add(answered);
        return new Endpoint(method, path, group, summary, parameters, more, admin);
    }
}
