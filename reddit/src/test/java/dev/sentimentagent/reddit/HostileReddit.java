package dev.sentimentagent.reddit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback that answers as it is told, over bare sockets, so that it can do what no HTTP library would: hang, trickle, reset
 * the connection, cut a body off. Tokens are asked for under {@code /api/v1/access_token}; all else is the API.
 */
final class HostileReddit implements AutoCloseable {
    static final String EMPTY_LISTING = "{\"kind\":\"Listing\",\"data\":{\"after\":null,\"children\":[]}}";
    private static final String CRLF = "\r\n";

    private final ServerSocket server;
    private final List<Call> calls = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch brokenOff = new CountDownLatch(1);
    private List<Answer> token = List.of(json(200, "{\"access_token\":\"t0k3n\",\"token_type\":\"bearer\",\"expires_in\":86400}"));
    private List<Answer> api = List.of(json(200, EMPTY_LISTING));
    private int tokenCalls;
    private int apiCalls;

    /** A request that was received; header names are in lower case. */
    record Call(String method, String target, Map<String, String> headers, String body) {
        boolean forToken() {
            return target.startsWith("/api/v1/access_token");
        }
    }

    /** How a request is answered. */
    interface Answer {
        void give(HostileReddit server, Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    HostileReddit() throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Answers requests for data with these, in turn; the last one for good. */
    synchronized HostileReddit api(Answer... answers) {
        api = List.of(answers);
        apiCalls = 0;
        return this;
    }

    /** Answers requests for tokens with these, in turn; the last one for good. */
    synchronized HostileReddit token(Answer... answers) {
        token = List.of(answers);
        tokenCalls = 0;
        return this;
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Call> apiCalls() {
        return calls().stream().filter(call -> !call.forToken()).toList();
    }

    List<Call> tokenCalls() {
        return calls().stream().filter(Call::forToken).toList();
    }

    /** Whether, within a generous time, a request came that is left hanging. */
    boolean isHanging() throws InterruptedException {
        return hanging.await(10, TimeUnit.SECONDS);
    }

    /** Whether, within a generous time, the client broke off an answer that was under way. */
    boolean wasBrokenOff() throws InterruptedException {
        return brokenOff.await(10, TimeUnit.SECONDS);
    }

    static Answer json(int status, String body, String... headers) {
        return raw(status, "application/json; charset=UTF-8", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Answer html(int status, String... headers) {
        return raw(status, "text/html; charset=UTF-8",
                "<!doctype html><html><title>whoa there</title></html>".getBytes(StandardCharsets.UTF_8), headers);
    }

    static Answer gzipped(byte[] packed) {
        return raw(200, "application/json", packed, "Content-Encoding: gzip");
    }

    static Answer raw(int status, String contentType, byte[] body, String... headers) {
        return (_, _, out) -> {
            out.write(head(status, contentType, body.length, headers));
            out.write(body);
        };
    }

    /** Takes the request and never says a word. */
    static Answer hang() {
        return (server, socket, _) -> {
            server.hanging.countDown();
            if (socket.getInputStream().read() < 0) {
                server.brokenOff.countDown();
            }
        };
    }

    /** Sends a whole head, then a byte now and then, for ever. */
    static Answer trickle() {
        return (server, _, out) -> {
            out.write(head(200, "application/json", 1_000_000));
            try {
                while (!server.closing.await(20, TimeUnit.MILLISECONDS)) {
                    out.write(' ');
                    out.flush();
                }
            } catch (IOException e) {
                server.brokenOff.countDown();
            }
        };
    }

    /** Sends a body without end, as fast as it is taken. */
    static Answer flood() {
        return (server, _, out) -> {
            out.write(("HTTP/1.1 200 OK" + CRLF + "Connection: close" + CRLF + CRLF).getBytes(StandardCharsets.US_ASCII));
            byte[] block = new byte[1 << 16];
            try {
                while (server.closing.getCount() > 0) {
                    out.write(block);
                }
            } catch (IOException e) {
                server.brokenOff.countDown();
            }
        };
    }

    /** Resets the connection in the middle of the body. */
    static Answer reset() {
        return (_, socket, out) -> {
            out.write(head(200, "application/json", 1000));
            out.write("{\"kind\":\"Listing\"".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.setSoLinger(true, 0);
        };
    }

    /** Promises more body than it sends. */
    static Answer cutBody() {
        return (_, _, out) -> {
            out.write(head(200, "application/json", 1000));
            out.write("{\"kind\":\"Listing\",\"data\":{\"children\":[".getBytes(StandardCharsets.US_ASCII));
        };
    }

    /** Closes the connection without an answer. */
    static Answer nothing() {
        return (_, _, _) -> {
            // The socket is closed after this.
        };
    }

    /** Does not speak HTTP. */
    static Answer garbage() {
        return (_, _, out) -> out.write("SSH-2.0-OpenSSH_9.9\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        server.close();
    }

    private static byte[] head(int status, String contentType, int length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever" + CRLF)
                .append("Content-Type: ").append(contentType).append(CRLF)
                .append("Content-Length: ").append(length).append(CRLF)
                .append("Connection: close").append(CRLF);
        for (String header : headers) {
            head.append(header).append(CRLF);
        }
        return head.append(CRLF).toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Call call = read(new BufferedInputStream(socket.getInputStream()));
            if (call != null) {
                answer(call).give(this, socket, socket.getOutputStream());
            }
        } catch (IOException e) {
            brokenOff.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Answer answer(Call call) {
        calls.add(call);
        List<Answer> script = call.forToken() ? token : api;
        int turn = call.forToken() ? tokenCalls++ : apiCalls++;
        return script.get(Math.min(turn, script.size() - 1));
    }

    private static @Nullable Call read(InputStream in) throws IOException {
        List<String> request = List.of(line(in).split(" ", -1));
        if (request.size() < 3) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Call(request.get(0), request.get(1), headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int c;
        while ((c = in.read()) >= 0 && c != '\n') {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
