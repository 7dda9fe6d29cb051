package dev.sentimentagent.server.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients over raw sockets that stop in the middle, against Helidon with the filter and a short patience. */
class SlowClientsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MINUTE_MS = 60_000;
    private static final byte[] PART = new byte[1 << 16];
    /** More than the buffers of both ends hold. */
    private static final int PARTS = 500;

    private final SlowClients slowClients = new SlowClients(PATIENCE);
    private final CountDownLatch ended = new CountDownLatch(1);
    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .useNio(false)
                .routing(routing -> routing.addFilter(slowClients)
                        .get("/large", (request, response) -> large(response, false))
                        .get("/steady", (request, response) -> large(response, true))
                        .post("/body", SlowClientsIT::body)
                        .get("/quick", (request, response) -> response.send("quick")))
                .build()
                .start();
        slowClients.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        slowClients.close();
    }

    private void large(ServerResponse response, boolean telling) {
        try (OutputStream out = response.outputStream()) {
            for (int i = 0; i < PARTS; i++) {
                out.write(PART);
                if (telling) {
                    slowClients.progressed();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ended.countDown();
        }
    }

    private static void body(ServerRequest request, ServerResponse response) {
        response.send("took " + request.content().as(String.class).length());
    }

    private Socket ask(String request) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(MINUTE_MS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }

    @Test
    void whoDoesNotTakeTheAnswerIsLetGo() throws Exception {
        try (Socket _ = ask("GET /large HTTP/1.1\r\nHost: x\r\n\r\n")) {
            assertThat(ended.await(1, TimeUnit.MINUTES)).as("the thread that writes comes back").isTrue();
        }
    }

    @Test
    void whoDoesNotSendTheRestIsLetGo() throws Exception {
        try (Socket socket = ask("POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf of it")) {
            assertThat(toTheEnd(socket)).as("nothing that could be taken for an answer to it").doesNotContain("took");
        }
    }

    @Test
    void whoTakesALongAnswerPartByPartGetsAllOfIt() throws Exception {
        long start = System.nanoTime();
        try (Socket socket = ask("GET /steady HTTP/1.1\r\nHost: x\r\n\r\n")) {
            InputStream in = socket.getInputStream();
            byte[] sip = new byte[PART.length];
            long read = 0;
            while (read < (long) PARTS * PART.length) {
                int n = in.read(sip);
                assertThat(n).as("bytes after %d", read).isNotNegative();
                read += n;
                if (System.nanoTime() - start < 3 * PATIENCE.toNanos()) {
                    // Slower than the patience for the whole, quicker than it for a part.
                    Thread.sleep(10);
                }
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(PATIENCE.multipliedBy(2));
    }

    @Test
    void theNextRequestOfAConnectionPaysForNothing() throws Exception {
        String quick = "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n";
        try (Socket socket = ask(quick)) {
            assertThat(until(socket, "quick")).contains("200 OK");
            // A connection that is idle for longer is nobody's fault.
            Thread.sleep(PATIENCE.multipliedBy(2));
            socket.getOutputStream().write(quick.getBytes(US_ASCII));
            assertThat(until(socket, "quick")).contains("200 OK");
        }
    }

    private static String toTheEnd(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (SocketException _) {
            return "";
        }
    }

    private static String until(Socket socket, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith(end)) {
            int c = socket.getInputStream().read();
            assertThat(c).as(text.toString()).isNotNegative();
            text.append((char) c);
        }
        return text.toString();
    }
}
