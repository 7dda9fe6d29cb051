package dev.sentimentagent.server.web;

import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.store.SupersededException;
import dev.sentimentagent.server.catalogue.CatalogueException;
import dev.sentimentagent.server.web.endpoint.InvalidParameterException;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every error is answered as {@code {"detail": "one clear sentence"}}, and none with a stack trace. */
final class Errors {
    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    private Errors() {}

    record ErrorBody(String detail) {}

    static void register(HttpRouting.Builder routing) {
        routing.error(ApiException.class, (request, response, e) -> {
            e.retryAfterSeconds().ifPresent(seconds -> response.header(HeaderNames.RETRY_AFTER, Long.toString(seconds)));
            send(request, response, e.status(), String.valueOf(e.getMessage()));
        })
                .error(InvalidParameterException.class,
                        (request, response, e) -> send(request, response, ApiException.UNPROCESSABLE, String.valueOf(e.getMessage())))
                .error(CatalogueException.class, (request, response, e) -> send(request, response, switch (e.problem()) {
                    case UNKNOWN -> Status.NOT_FOUND_404;
                    case REFUSED -> Status.BAD_REQUEST_400;
                    case CONFLICT -> Status.CONFLICT_409;
                    case OUTDATED -> Status.PRECONDITION_FAILED_412;
                    case INVALID -> ApiException.UNPROCESSABLE;
                }, String.valueOf(e.getMessage())))
                .error(StoreException.class, (request, response, e) -> {
                    log.warn("{} not answered, the store failed: {}", request.path().absolute().path(), e.getMessage());
                    send(request, response, Status.SERVICE_UNAVAILABLE_503,
                            e instanceof SupersededException
                                    ? e.getMessage() + "; ask an instance of that version"
                                    : "the store does not answer, try again in a moment");
                })
                .error(HttpException.class,
                        (request, response, e) -> send(request, response, e.status(),
                                explain(e.status(), request.path().absolute().path())))
                .error(Throwable.class, (request, response, e) -> {
                    log.error("{} {} failed", request.prologue().method(), request.path().absolute().path(), e);
                    send(request, response, Status.INTERNAL_SERVER_ERROR_500, "the request failed; the service's log says why");
                });
    }

    /** For requests that never reach a route: not HTTP, too large, too many. */
    static DirectHandlers beforeRouting(Cors cors) {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(
                    type,
                    (request, _, said, headers, _) -> {
                        // What fails before a route is chosen has failed at reading the request: Helidon takes some garbage for its own fault.
                        Status status = said.equals(Status.INTERNAL_SERVER_ERROR_500) ? Status.BAD_REQUEST_400 : said;
                        DirectHandler.TransportResponse.Builder answer = DirectHandler.TransportResponse.builder()
                                .status(status)
                                .headers(headers)
                                .header(HeaderNames.CONTENT_TYPE, Json.TYPE)
                                .entity(Json.write(new ErrorBody(explain(status, "the request"))));
                        cors.headers(request.headers()).forEach(answer::header);
                        return answer.build();
                    });
        }
        return handlers.build();
    }

    private static String explain(Status status, String path) {
        return switch (status.code()) {
            case 404 -> "there is nothing at " + path;
            case 405 -> path + " does not take this method";
            case 400 -> "the request is not HTTP as it should be";
            case 406 -> path + " has no answer of a type that the request accepts";
            case 413 -> "the request is too large";
            case 503 -> "the service is busy, try again in a moment";
            default -> status.reasonPhrase();
        };
    }

    static void send(ServerRequest request, ServerResponse response, Status status, String detail) {
        Routes.send(request, response.status(status), Json.TYPE, Json.write(new ErrorBody(detail)));
    }
}
