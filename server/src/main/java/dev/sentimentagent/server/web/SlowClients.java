package dev.sentimentagent.server.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends exchanges with clients that neither take their answer nor send the rest of their request for a minute: the thread is interrupted,
 * which closes the connection it is blocked on. Who sends a long answer tells of each part by {@link #progressed}. Thread-safe.
 */
final class SlowClients implements Filter, AutoCloseable {
    private final long patience;
    private final Map<Thread, Long> waiting = new ConcurrentHashMap<>();
    private final Thread watch;

    SlowClients(Duration patience) {
        this.patience = patience.toNanos();
        this.watch = Thread.ofVirtual().name("slow-clients").unstarted(this::watch);
    }

    void start() {
        watch.start();
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Thread thread = Thread.currentThread();
        waiting.put(thread, System.nanoTime());
        try {
            chain.proceed();
            if (hasBody(request) && !request.headers().contains(HeaderNames.EXPECT)) {
                // Or it would be taken for the next request. Helidon bounds its size, and would read it without a bound in time.
                drain(request);
            }
        } finally {
            if (waiting.remove(thread) == null) {
                // The thread serves the connection's next request, if there is one: it must not pay for this one.
                boolean _ = Thread.interrupted();
            }
        }
    }

    private static void drain(RoutingRequest request) {
        try {
            request.content().consume();
        } catch (RuntimeException e) {
            throw new CloseConnectionException("what followed the request was no body", e);
        }
    }

    private static boolean hasBody(RoutingRequest request) {
        return request.headers().contains(HeaderNames.CONTENT_LENGTH) || request.headers().contains(HeaderNames.TRANSFER_ENCODING);
    }

    /** The exchange of this thread goes on. */
    void progressed() {
        waiting.computeIfPresent(Thread.currentThread(), (_, _) -> System.nanoTime());
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(Duration.ofNanos(patience / 4));
                long now = System.nanoTime();
                // Under the map's lock of that entry, so that no thread is interrupted which has left.
                waiting.keySet().forEach(thread -> waiting.computeIfPresent(thread, (slow, since) -> {
                    if (now - since < patience) {
                        return since;
                    }
                    slow.interrupt();
                    return null;
                }));
            }
        } catch (InterruptedException _) {
            // The server has stopped.
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
