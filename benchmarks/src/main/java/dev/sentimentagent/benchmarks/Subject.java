package dev.sentimentagent.benchmarks;

import java.util.List;

/**
 * One kind of request.
 *
 * @param what its parameters, for a human; empty if there is nothing to say
 * @param paths asked for one after another: one if it is repeated, many that differ if it is varied
 */
record Subject(Endpoint endpoint, String what, List<String> paths) {
    static final Subject TRIVIAL = new Subject(Endpoint.LIVE, "", List.of("/health/live"));

    Subject {
        paths = List.copyOf(paths);
    }

    boolean varied() {
        return paths.size() > 1;
    }

    String title() {
        return what.isEmpty() ? endpoint.label() : endpoint.label() + ", " + what;
    }
}
