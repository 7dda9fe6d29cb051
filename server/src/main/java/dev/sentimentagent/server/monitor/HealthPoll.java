package dev.sentimentagent.server.monitor;

import dev.sentimentagent.server.monitor.Observation.Status;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks a service for its health, once a call. Whatever the network or the other side does becomes an observation. */
public final class HealthPoll implements AutoCloseable {
    private static final String PATH = "/api/v1/health";
    private static final long MAX_BODY_BYTES = 64 << 10;

    private final HttpRequest request;
    private final Duration timeout;
    private final HttpClient http;

    /**
     * Polls of one service.
     *
     * @param service its address, without a path
     * @param timeout longest that a poll may take, the whole answer included
     */
    public HealthPoll(URI service, Duration timeout) {
        String base = service.toString();
        this.request = HttpRequest.newBuilder(URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + PATH))
                .header("Accept", "application/json")
                .GET()
                .build();
        this.timeout = timeout;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    public Observation look() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer;
        try {
            answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BODY_BYTES));
        } catch (RuntimeException e) {
            return failed(e);
        }
        try {
            // Not the timeout of the request, which ends with the headers: a body that drips must not hold us.
            HttpResponse<String> response = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return HealthBody.read(response.statusCode(), response.body());
        } catch (TimeoutException _) {
            return Observation.failed(Status.HANGING, "no whole answer within " + Durations.show(timeout));
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private Observation failed(@Nullable Throwable cause) {
        String where = request.uri().getAuthority();
        if (cause instanceof ConnectException && cause.getCause() instanceof UnresolvedAddressException) {
            return Observation.failed(Status.UNREACHABLE, "the name of " + where + " is not known");
        }
        if (cause instanceof ConnectException) {
            return Observation.failed(Status.UNREACHABLE, "nobody listens at " + where);
        }
        if (cause instanceof IOException) {
            return Observation.failed(Status.UNREACHABLE,
                    "the connection to " + where + " broke: " + HealthBody.line(String.valueOf(cause.getMessage())));
        }
        if (cause instanceof RuntimeException) {
            // The client of the JDK has no other word for some garbage, such as a Content-Length that is no number.
            return Observation.failed(Status.INVALID, "the answer is not HTTP: " + HealthBody.line(cause.toString()));
        }
        throw new IllegalStateException("the poll failed", cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
