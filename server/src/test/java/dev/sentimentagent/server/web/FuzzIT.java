package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.server.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Whatever a call is asked with, it answers, never with a 5xx, a stack trace or a path of the machine. The requests are made from what
 * {@code /openapi.json} says of each call, of the pages' parameters, and by hand what no client library would send. {@code -Dfuzz.requests=20000} asks for more of them.
 */
class FuzzIT {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2000);
    private static final long SEED = Long.getLong("fuzz.seed", 7);
    private static final int PATIENCE_MS = 60_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1.1 ([0-9]{3}) .*");
    private static final Pattern LEAK = Pattern.compile("Exception|\\tat |\\.java:|/home/|/root/|/tmp/|/work/");
    private static final List<String> HOSTILE = List.of("", " ", "0", "-1", "1", "2147483647", "2147483648", "-9223372036854775809", "1e3",
            "0x10", "1.5", "NaN", "null", "true", "٣", "１２", "'; DROP TABLE item; --", "<script>alert(1)</script>", "../../etc/passwd",
            "%00",
            "\0", "\u202Egnp.exe", "😀", "\uFFFF", "a".repeat(300), "9".repeat(5000), "cursor,claude", ",,,", "cursor", "all", "ALL",
            "Cursor",
            "2026-03-10", "2026-13-45", "0000-00-00", "9999-12-31", "-999999999-01-01", "+999999999-12-31", "1969-12-31",
            "2026-03-10T12:00:00Z",
            "2026-03-10T12:00:00+18:00", "2026-03-10T25:00", "t3_", "t3_x", "t1_x", "{id}", "[]", "{}", "*", "csv", "ndjson", "hour",
            "week", "30d",
            "weekly");

    private static final List<String> PAGES = List.of("/", "/tools/*", "/compare", "/topics", "/topics/*", "/posts", "/posts/*", "/r/*",
            "/why",
            "/collection", "/help", "/admin", "/assets/*", "/docs", "/nothing/*");
    private static final List<String> PAGE_PARAMETERS = List.of("range", "from", "to", "subreddit", "tool", "t", "add", "q", "theme",
            "sentiment", "sort", "by", "after", "file");
    private static final List<String> PAGE_VALUES = List.of("24h", "90d", "2026-03-01", "2026-03-09T12:00:00Z", "Cursor", "cursor",
            "claude-code", "cursor,claude-code", "pricing and limits", "positive", "engagement", "worst", "theme", "topic", "tools.csv",
            "series.ndjson", "chart.svg", "moved.svg", "posts.csv", "style.css");

    private static final List<String> JSON_VALUES = List.of("null", "true", "0", "1", "-1", "100", "1e999", "99999999999999999999", "1.5",
            "\"\"", "\"x\"", "\"cursor\"", "\"2026-03-10\"", "\"<script>\"", "\"'; DROP TABLE tool; --\"", "\"" + "a".repeat(3000) + "\"",
            "[]",
            "[null]", "[\"cursor\"]", "[\"cursor\", \"cursor\"]", "[1, {}]", "{}", "{\"start\": \"2026-03-01\"}",
            "{\"start\": 5, \"end\": \"x\"}",
            "{\"start\": \"9999-12-31\"}", "{\"a\": \"b\"}", "[[[]]]");

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void whateverIsAskedIsAnswered(@TempDir Path folder) throws IOException {
        try (ApiFixture api = new ApiFixture(folder, Map.of("API_RATE_LIMIT", "0"))) {
            api.service.collect();
            api.time.advance(Duration.ofHours(1));
            List<ApiFixture.Call> calls = api.calls().stream().filter(call -> !call.isStream()).toList();
            Map<Integer, Integer> statuses = new TreeMap<>();
            List<String> faults = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                String asked = random.nextInt(5) == 0 ? pageRequest() : request(pick(calls));
                String request = random.nextInt(10) == 0 ? garbled(asked) : asked;
                String answer = ask(api, request);
                Matcher status = STATUS.matcher(answer.lines().findFirst().orElse(""));
                // No answer at all is one too, to what is no request.
                int code = status.matches() ? Integer.parseInt(status.group(1)) : 0;
                statuses.merge(code, 1, Integer::sum);
                // These show what people write, who write of exceptions and paths.
                boolean export = code == 200 && (request.contains("/export") || request.contains("/posts") || isPage(request));
                boolean leaks = !export && LEAK.matcher(answer).find() && !answer.contains("swagger");
                // Of a method or a version that it does not know, a server says so.
                if ((code >= 500 && code != 501 && code != 505) || leaks) {
                    faults.add(request + "\n→ " + answer.substring(0, Math.min(400, answer.length())));
                }
            }
            System.out.println("fuzz: " + REQUESTS + " requests, by status " + statuses);
            assertThat(faults).as("seed " + SEED).isEmpty();
            assertThat(statuses).containsKeys(200, 422, 404, 400);
            assertThat(api.service.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    private String request(ApiFixture.Call call) {
        StringBuilder query = new StringBuilder();
        String path = call.path();
        for (JsonNode parameter : call.parameters().toList()) {
            String name = parameter.get("name").asString();
            String value = encode(value(parameter.get("schema")));
            if (parameter.get("in").asString().equals("path")) {
                path = path.replace("{" + name + "}", value);
            } else {
                for (int times = random.nextInt(5) == 0 ? random.nextInt(3) : random.nextInt(2); times > 0; times--) {
                    query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(value);
                }
            }
        }
        if (random.nextInt(8) == 0) {
            query.append(query.isEmpty() ? "?" : "&").append(encode(pick(HOSTILE))).append('=').append(encode(pick(HOSTILE)));
        }
        String method = random.nextInt(6) == 0
                ? pick(List.of("HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"))
                : call.method();
        String slash = random.nextInt(20) == 0 ? "/" : "";
        // A cycle in the middle of it would show nothing that others do not.
        boolean asAdmin = path.contains("/admin/") && !path.endsWith("/collect") && random.nextInt(4) > 0;
        String token = asAdmin ? "X-Admin-Token: " + RunningService.ADMIN_TOKEN + "\r\n" : "";
        String body = call.operation().has("requestBody") || random.nextInt(20) == 0 ? body(call) : "";
        String length = body.isEmpty() ? "" : "Content-Length: " + body.getBytes(StandardCharsets.ISO_8859_1).length + "\r\n";
        return method + " " + path + slash + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + token + length + headers() + "\r\n"
                + body;
    }

    private static boolean isPage(String request) {
        return !request.contains(" /api/");
    }

    private String pageRequest() {
        StringBuilder query = new StringBuilder();
        for (int times = random.nextInt(4); times > 0; times--) {
            query.append(query.isEmpty() ? "?" : "&").append(pick(PAGE_PARAMETERS)).append('=')
                    .append(encode(random.nextInt(3) == 0 ? pick(HOSTILE) : pick(PAGE_VALUES)));
        }
        String path = pick(PAGES).replace("*", encode(random.nextInt(3) == 0 ? pick(HOSTILE) : pick(PAGE_VALUES)));
        return "GET " + path + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers() + "\r\n";
    }

    private String headers() {
        return switch (random.nextInt(12)) {
            case 0 -> "If-None-Match: " + pick(List.of("*", "\"x\"", "W/\"", ",,,", "\"".repeat(100))) + "\r\n";
            case 1 -> "Accept-Encoding: " + pick(List.of("gzip", "gzip;q=0", "*", ";;;q=q", "br")) + "\r\n";
            case 2 -> "Origin: " + pick(List.of("null", "http://localhost:3000", "x")) + "\r\n";
            case 3 -> "X-Admin-Token: " + pick(List.of("", "guess", "a".repeat(4000))) + "\r\n";
            case 4 -> "Accept: " + pick(List.of("text/event-stream", "nonsense", "*/*;q=x", "application/xml")) + "\r\n";
            default -> "";
        };
    }

    /** An object with some of the properties that are described, of whatever value; or none. */
    private String body(ApiFixture.Call call) {
        if (random.nextInt(6) == 0) {
            return pick(List.of("{", "[]", "null", "\"x\"", "{}", "{\"a\":", "[".repeat(3000), "{}{}", "\0", "{\"name\": \"\\ud800\"}"));
        }
        StringBuilder body = new StringBuilder("{");
        for (String property : properties(call)) {
            if (random.nextInt(3) > 0) {
                body.append(body.length() > 1 ? ", " : "").append('"').append(property).append("\": ").append(pick(JSON_VALUES));
            }
        }
        return body.append('}').toString();
    }

    private static List<String> properties(ApiFixture.Call call) {
        String schema = call.operation().at("/requestBody/content/application~1json/schema/$ref").asString("");
        return call.properties(schema.replaceFirst(".*/", ""));
    }

    /** Within the bounds, at them, beyond them, or nothing of the kind. */
    private String value(JsonNode schema) {
        int chance = random.nextInt(4);
        if (chance == 0) {
            return pick(HOSTILE);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size())).asString();
        }
        if (schema.has("minimum")) {
            long min = schema.get("minimum").asLong();
            long max = schema.get("maximum").asLong();
            return Long.toString(pick(List.of(min - 1, min, min + 1, max - 1, max, max + 1, random.nextLong(min, max + 1))));
        }
        return pick(HOSTILE);
    }

    /** A request with a byte of it lost, doubled or changed. */
    private String garbled(String request) {
        StringBuilder garbled = new StringBuilder(request);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(garbled.length() - 4);
            switch (random.nextInt(3)) {
                case 0 -> garbled.deleteCharAt(at);
                case 1 -> garbled.insert(at, garbled.charAt(at));
                default -> garbled.setCharAt(at, (char) random.nextInt(256));
            }
        }
        return garbled.toString();
    }

    private static String ask(ApiFixture api, String request) throws IOException {
        try (Socket socket = new Socket(api.service.uri("/").getHost(), api.service.uri("/").getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            // The connection was reset: what was sent was no request, and more of it came than was read.
            return "";
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
