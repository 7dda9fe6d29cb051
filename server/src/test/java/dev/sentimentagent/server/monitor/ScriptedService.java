package dev.sentimentagent.server.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server that answers whatever a test wants, at an address that stays its own while it is gone. */
final class ScriptedService implements AutoCloseable {
    /** Answers one request. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Behaviour behaviour;
    private HttpServer server;
    private final int port;

    ScriptedService(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        this.server = open(0);
        this.port = server.getAddress().getPort();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void becomes(Behaviour next) {
        behaviour = next;
    }

    void goes() {
        server.stop(0);
    }

    void comesBack() throws IOException {
        server = open(port);
    }

    static Behaviour text(int status, String type, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Behaviour health(int httpStatus, String status, String reasons) {
        return text(httpStatus, "application/json", """
                {"status": "%s", "reasons": [%s], "timestamp": "2026-01-15T10:30:00.000Z",
                 "process": {"uptime_seconds": 3600, "memory_mb": 212.4, "cpu_percent": 2.1, "pid": 4711},
                 "application": {"last_collection_at": "2026-01-15T10:00:00.123Z", "collections_succeeded": 48, "collections_failed": 0,
                                 "data_freshness_minutes": 30.0},
                 "database": {"connected": true, "latency_ms": 0.4, "backend": "sqlite"}}""".formatted(status, reasons));
    }

    static Behaviour healthy() {
        return health(200, "healthy", "");
    }

    /** Takes the request and says nothing. */
    Behaviour hanging() {
        return _ -> closing.await();
    }

    /** Sends the head of an answer at once, and then one byte now and then, for ever. */
    Behaviour dripping() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (!closing.await(20, TimeUnit.MILLISECONDS)) {
                body.write(' ');
                body.flush();
            }
        };
    }

    private HttpServer open(int at) throws IOException {
        HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        opened.setExecutor(threads);
        opened.createContext("/", exchange -> {
            try (exchange) {
                behaviour.answer(exchange);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        opened.start();
        return opened;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
