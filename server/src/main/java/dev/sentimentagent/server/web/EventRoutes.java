package dev.sentimentagent.server.web;

import dev.sentimentagent.server.reanalysis.ReanalysisJobs;
import dev.sentimentagent.server.statistics.Statistics;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * {@code /events}: tells clients of each change of the data, as server-sent events. A change that comes within a second of another is told
 * of with it. The id of an event is the version of the data, so that a client which comes back hears at once whether it has missed
 * anything. Each client costs a virtual thread that sleeps.
 */
final class EventRoutes implements Route.Group, AutoCloseable {
    static final String DATA_CHANGED = "data-changed";
    static final String JOBS_CHANGED = "jobs-changed";

    private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");
    private static final HeaderName ACCEL_BUFFERING = HeaderNames.create("X-Accel-Buffering");
    /** So that proxies do not take the connection for dead, and we notice a client that has gone. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(1);
    /** Each takes one of the requests that may be under way at a time. */
    private static final int MAX_STREAMS = 200;

    private final Statistics statistics;
    private final SlowClients slowClients;
    private final Semaphore streams = new Semaphore(MAX_STREAMS);
    private final AtomicLong jobChanges = new AtomicLong();
    private final Object bell = new Object();
    private boolean closed; // guarded by bell

    EventRoutes(Statistics statistics, ReanalysisJobs jobs, SlowClients slowClients) {
        this.statistics = statistics;
        this.slowClients = slowClients;
        statistics.changes().onChange(_ -> ring());
        jobs.onChange(() -> {
            jobChanges.incrementAndGet();
            ring();
        });
    }

    record ChangeBody(long version) {}

    /** @param change how many there were since the service started */
    record JobsBody(long change) {}

    private static final Endpoint EVENTS = Endpoint
            .get("/api/v1/events", "Collection",
                    "Server-sent events: data-changed after each change of the data, with its version, jobs-changed when a job is queued, gets on or"
                            + " ends, and comments in between")
            .answeringWith("text/event-stream", "The stream; it ends when the service stops")
            .failing(406, "The client does not accept text/event-stream");

    @Override
    public List<Route> routes() {
        return List.of(new Route(EVENTS, this::events));
    }

    private void events(ServerRequest request, ServerResponse response) {
        if (!streams.tryAcquire()) {
            throw ApiException.busy("too many clients listen already, ask again later");
        }
        try {
            response.header(ACCEL_BUFFERING, "no");
            if (request.prologue().method().equals(Method.HEAD)) {
                response.header(HeaderNames.CONTENT_TYPE, "text/event-stream").send();
                return;
            }
            try (SseSink sink = response.sink(SseSink.TYPE)) {
                send(sink, lastSeen(request));
            } catch (InterruptedException _) {
                // The server's patience with this request is at its end.
                Thread.currentThread().interrupt();
            }
        } finally {
            streams.release();
        }
    }

    private void send(SseSink sink, long lastSeen) throws InterruptedException {
        long seen = lastSeen;
        long seenJobs = jobChanges.get();
        while (!isClosed()) {
            long version = statistics.changes().version();
            long jobs = jobChanges.get();
            if (version == seen && jobs == seenJobs) {
                sink.emit(SseEvent.builder().comment("listening").build());
            } else {
                if (version != seen) {
                    sink.emit(SseEvent.builder()
                            .id(Long.toString(version))
                            .name(DATA_CHANGED)
                            .data(Json.write(new ChangeBody(version)))
                            .build());
                }
                if (jobs != seenJobs) {
                    sink.emit(SseEvent.builder().name(JOBS_CHANGED).data(Json.write(new JobsBody(jobs))).build());
                }
                seen = version;
                seenJobs = jobs;
                await(BETWEEN_EVENTS, () -> false);
            }
            slowClients.progressed();
            await(HEARTBEAT, () -> statistics.changes().version() != version || jobChanges.get() != jobs);
        }
    }

    /** What the client has heard of; all there is, if it has only come now. */
    private long lastSeen(ServerRequest request) {
        long version = statistics.changes().version();
        return request.headers().first(LAST_EVENT_ID).map(id -> id.equals(Long.toString(version)) ? version : -1).orElse(version);
    }

    /** Waits until the time is over, the end comes, or there is something to tell. */
    private void await(Duration longest, BooleanSupplier news) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        synchronized (bell) {
            long left = longest.toMillis();
            while (!closed && left > 0 && !news.getAsBoolean()) {
                bell.wait(left);
                left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
        }
    }

    private void ring() {
        synchronized (bell) {
            bell.notifyAll();
        }
    }

    private boolean isClosed() {
        synchronized (bell) {
            return closed;
        }
    }

    /** Ends all streams. */
    @Override
    public void close() {
        synchronized (bell) {
            closed = true;
            bell.notifyAll();
        }
    }
}
