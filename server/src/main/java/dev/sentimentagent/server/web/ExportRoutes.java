package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.server.export.Export;
import dev.sentimentagent.server.export.ExportFormat;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.Parameter;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /export}: items with their scores and tools, streamed, oldest first. Few at a time, since each keeps the store busy. */
final class ExportRoutes implements Route.Group {
    private static final Logger log = LoggerFactory.getLogger(ExportRoutes.class);
    private static final int MAX_AT_A_TIME = 4;
    private static final Parameter<Optional<String>> FROM = Period.date("from", "Begin of the window; all there is if it is not given");
    private static final Parameter<Optional<String>> TO = Period.date("to",
            "End of the window, now if it is not given; a day belongs to it");
    private static final Parameter<Optional<String>> TOOL = Parameter
            .text("tool", _ -> true, "the id of a tool", "Only items that speak of this tool, by its id").optional();
    private static final Parameter<ExportFormat> FORMAT = Parameter
            .oneOf("format", List.of(ExportFormat.values()), ExportFormat::label, "CSV (RFC 4180) or one JSON object a line")
            .orElse(ExportFormat.CSV, ExportFormat.CSV.label());
    private static final Endpoint EXPORT = Endpoint
            .get("/api/v1/export", "Posts", "Posts and comments with their scores and tools, oldest first, however many there are")
            .taking(FROM, TO, Parameters.SUBREDDIT, TOOL, Parameters.SENTIMENT, FORMAT)
            .answeringWith("text/csv", "The items; application/x-ndjson if that was asked for")
            .failing(400, "The dates make no window")
            .failing(404, "No such tool");

    private final ItemStore items;
    private final Tools tools;
    private final SlowClients slowClients;
    private final InstantSource clock;
    private final Semaphore underWay = new Semaphore(MAX_AT_A_TIME);

    ExportRoutes(ItemStore items, Tools tools, SlowClients slowClients, InstantSource clock) {
        this.items = items;
        this.tools = tools;
        this.slowClients = slowClients;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(EXPORT, this::export));
    }

    private void export(ServerRequest request, ServerResponse response) {
        Query query = new Query(EXPORT, request);
        Selection selection = selection(query);
        ExportFormat format = query.get(FORMAT);
        if (!underWay.tryAcquire()) {
            throw ApiException.busy("too many exports are under way, try again in a moment");
        }
        try {
            response.header(HeaderNames.CONTENT_TYPE, format.mediaType());
            response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"sentimentagent." + format.label() + "\"");
            if (request.prologue().method().equals(Method.HEAD)) {
                response.send();
            } else {
                stream(new Export(items, selection), format, response);
            }
        } finally {
            underWay.release();
        }
    }

    private Selection selection(Query query) {
        Window all = new Window(Instant.EPOCH, clock.instant().plusSeconds(1));
        Optional<String> tool = query.get(TOOL).map(id -> tools.known(id).id());
        Sentiment sentiment = query.get(Parameters.SENTIMENT).orElse(null);
        return new Selection(Period.between(query.get(FROM), query.get(TO), all), query.subreddit(), tool.orElse(null), sentiment, null);
    }

    /** Once it has begun, the only way to tell a client that something is missing is to break off. */
    private void stream(Export export, ExportFormat format, ServerResponse response) {
        try {
            OutputStream out = response.status(Status.OK_200).outputStream();
            export.write(out, format, _ -> slowClients.progressed());
            out.close();
        } catch (StoreException e) {
            log.warn("/api/v1/export broken off, the store failed: {}", e.getMessage());
            throw new CloseConnectionException("the store failed", e);
        } catch (IOException | UncheckedIOException e) {
            throw new CloseConnectionException("the client has gone", e);
        }
    }
}
