package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Reason;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes single HTTP requests, each bounded in time and size. Thread-safe.
 *
 * <p>The JDK's own timeout of a request ends with the headers of the answer, so a body that trickles would last for ever; the deadline
 * here is for the whole of it.
 *
 * <p>Intentional: {@link HttpClient#send} on a thread of our own, not {@code sendAsync}. The latter completes on the common pool, and
 * whoever blocks that would make every request time out.
 */
final class HttpTransport implements AutoCloseable {
    /** Largest body that is taken, packed or unpacked; a page of a hundred items is some 300 kB. */
    static final int MAX_BODY = 20 << 20;

    private final HttpClient http;
    private final ExecutorService threads;
    private final Duration timeout;
    private final AtomicLong requests = new AtomicLong();
    private volatile boolean closed;

    HttpTransport(Duration connectTimeout, Duration timeout) {
        this.timeout = timeout;
        this.threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("reddit-http-", 0).factory());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    Exchange send(HttpRequest request) throws InterruptedException {
        requests.incrementAndGet();
        Future<HttpResponse<byte[]>> answer;
        try {
            answer = threads.submit(() -> http.send(request, info -> new BoundedBody(MAX_BODY)));
        } catch (RejectedExecutionException e) {
            return broken(e);
        }
        try {
            HttpResponse<byte[]> response = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return new Exchange.Answer(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            return new Exchange.Broken(new Fetch.Failure(Reason.TIMED_OUT, "no whole answer within " + timeout.toMillis() + " ms"), true);
        } catch (ExecutionException e) {
            return broken(e.getCause() == null ? e : e.getCause());
        } finally {
            // Of no effect on one that is done; one that is not (late, or this thread was interrupted) is interrupted, and closes its
            // connection.
            answer.cancel(true);
        }
    }

    long requests() {
        return requests.get();
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        http.shutdownNow();
    }

    private Exchange broken(Throwable cause) {
        return switch (cause) {
            case Error error -> throw error;
            case IOException e when e.getCause() instanceof BoundedBody.TooLargeException ->
                new Exchange.Broken(new Fetch.Failure(Reason.MALFORMED, describe(e)), false);
            case HttpTimeoutException e -> new Exchange.Broken(new Fetch.Failure(Reason.TIMED_OUT, describe(e)), !closed);
            case IOException e -> new Exchange.Broken(new Fetch.Failure(Reason.UNREACHABLE, describe(e)), !closed);
            default -> new Exchange.Broken(new Fetch.Failure(Reason.UNREACHABLE, describe(cause)), !closed);
        };
    }

    private static String describe(Throwable failure) {
        Throwable telling = failure;
        while (telling.getMessage() == null && telling.getCause() != null) {
            telling = telling.getCause();
        }
        String name = failure.getClass().getSimpleName();
        return telling.getMessage() == null ? name : name + ": " + OneLine.of(telling.getMessage());
    }
}
