package dev.sentimentagent.server.web;

import dev.sentimentagent.server.web.endpoint.Endpoint;
import io.helidon.webserver.http.Handler;
import java.util.List;

/** A call and what answers it. */
record Route(Endpoint endpoint, Handler handler) {
    /** Some calls. */
    interface Group {
        List<Route> routes();
    }
}
