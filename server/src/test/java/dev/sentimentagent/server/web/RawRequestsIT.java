package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client library sends: no part of a request is ever taken for another request, and no garbage gets a 5xx. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawRequestsIT {
    private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");

    private ApiFixture api;

    @BeforeAll
    void start(@TempDir Path folder) {
        api = new ApiFixture(folder, Map.of("API_RATE_LIMIT", "60000", "API_RATE_BURST", "5000"));
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /health/live", "POST /health/live", "GET /nothing", "POST /nothing", "POST /api/v1/admin/collect",
            "PUT /api/v1/tools",
            "GET /api/v1/posts/recent?hours=0", "GET /docs/", "OPTIONS /api/v1/tools"})
    void aBodyThatIsNotReadIsNeverTheNextRequest(String call) throws IOException {
        for (String framing : List.of("Content-Length: " + SMUGGLED.length(),
                "Expect: 100-continue\r\nContent-Length: " + SMUGGLED.length(),
                "Expect: 100-continue\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked")) {
            String body = framing.contains("chunked") && !framing.contains("Expect")
                    ? Integer.toHexString(SMUGGLED.length()) + "\r\n" + SMUGGLED + "\r\n0\r\n\r\n"
                    : SMUGGLED;
            String answers = exchange(call + " HTTP/1.1\r\nHost: x\r\n" + framing + "\r\n\r\n" + body);
            assertThat(statuses(answers)).as(framing + answers).hasSizeLessThanOrEqualTo(1);
            assertThat(answers).doesNotContain("/smuggled");
        }
    }

    @Test
    void theConnectionGoesOnAfterABodyThatWasSentInFull() throws IOException {
        String answers = exchange(
                "POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhelloGET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(statuses(answers)).containsExactly(404, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
            "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
            "Content-Length: 3\r\nContent-Length: 40\r\n\r\nabc",
            "Content-Length: 3, 40\r\n\r\nabc",
            "Content-Length: -1\r\n\r\n",
            "Content-Length: +3\r\n\r\nabc",
            "Content-Length: 0x3\r\n\r\nabc",
            "Content-Length: 99999999999999999999\r\n\r\n",
            "Transfer-Encoding: identity\r\n\r\n",
            "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n\r\n",
            "X-Folded: a\r\n b: c\r\n\r\n",
            "Content-Length: 3\n\nabc",
            "X-Bare: a\nContent-Length: 40\r\n\r\n",
            "X-Null: a\0b\r\n\r\n",
            "nonsense\r\n\r\n"})
    void whatCanBeReadInTwoWaysIsRefusedAndTheConnectionClosed(String rest) throws IOException {
        String answers = exchange("POST /nothing HTTP/1.1\r\nHost: x\r\n" + rest + SMUGGLED);
        assertThat(statuses(answers)).as(answers).hasSizeLessThanOrEqualTo(1)
                .allMatch(status -> (status >= 400 && status < 500) || status == 501);
        assertThat(answers).doesNotContain("/smuggled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\r\n", "GET\r\n\r\n", "GET  HTTP/1.1\r\n\r\n", "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
            "G\u0001T / HTTP/1.1\r\nHost: x\r\n\r\n",
            "get / HTTP/1.1\r\nHost: x\r\n\r\n", "LONGMETHODLONGMETHODLONGMETHOD /health/live HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /api/v1/gaps?hours=%zz HTTP/1.1\r\nHost: x\r\n\r\n", "GET /api/v1/gaps?hours=%C3%28 HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /api/v1/posts/%2e%2e%2f HTTP/1.1\r\nHost: x\r\n\r\n", "GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /health/live HTTP/1.1\r\n\r\n", "GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET /health/live HTTP/1.1\r\nHost: [::1\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000\u0001", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "GET /api/v1/posts/recent?cursor=%F0%9F HTTP/1.1\r\nHost: x\r\n\r\n", "POST /api/v1/admin/collect HTTP/1.1\r\nHost: x\r\n"
                    + "X-Admin-Token: \u00ff\u00fe\r\nContent-Type: nonsense/;;\r\nContent-Length: 3\r\n\r\n\u0000\u0001\u0002"})
    void garbageIsTheClientsFault(String request) throws IOException {
        String answer = exchange(request);
        assertThat(statuses(answer)).as(answer).allMatch(status -> status < 500 || status == 501 || status == 505);
        assertThat(answer).doesNotContain("Exception", "\tat ");
    }

    @Test
    void whatIsTooLongIsRefused() throws IOException {
        assertThat(statuses(exchange("GET /" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")))
                .allMatch(status -> status / 100 == 4);
        assertThat(statuses(exchange("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n")))
                .allMatch(status -> status / 100 == 4);
        assertThat(statuses(exchange("POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\n\r\n"))).containsExactly(413);
        StringBuilder many = new StringBuilder("GET / HTTP/1.1\r\nHost: x\r\n");
        IntStream.range(0, 5000).forEach(i -> many.append("X-H").append(i).append(": y\r\n"));
        assertThat(statuses(exchange(many.append("\r\n").toString()))).allMatch(status -> status / 100 == 4);
    }

    /** Sends all of it and reads until the server closes the connection or has nothing more to say. */
    private String exchange(String request) throws IOException {
        StringBuilder answer = new StringBuilder();
        try (Socket socket = new Socket(api.service.uri("/").getHost(), api.service.uri("/").getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            byte[] some = new byte[8192];
            for (int read = socket.getInputStream().read(some); read > 0; read = socket.getInputStream().read(some)) {
                answer.append(new String(some, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no end of the answer to " + request + ": " + answer, e);
        } catch (SocketException e) {
            // Reset: more was sent than was read of it.
            return answer.toString();
        }
        return answer.toString();
    }

    private static List<Integer> statuses(String answers) {
        return STATUS_LINE.matcher(answers).results().map(match -> Integer.valueOf(match.group(1))).filter(status -> status != 100)
                .toList();
    }
}
