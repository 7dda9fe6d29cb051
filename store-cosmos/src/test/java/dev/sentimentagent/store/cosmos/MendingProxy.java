package dev.sentimentagent.store.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Stands before the stand-in and mends what the client for Java needs of a Cosmos DB: query plans, the partition key of the operations of a batch, the other way of a
 * composite index, a miss that is an error, session tokens. It refuses batches beyond the limits of the real one. Thread-safe.
 */
final class MendingProxy {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARTITION_KEY = "x-ms-documentdb-partitionkey";
    private static final int MOST_OPERATIONS = 100;
    private static final int MOST_BYTES = 2 << 20;
    private static final String PLAN = """
            {"partitionedQueryExecutionInfoVersion":2,
             "queryInfo":{"distinctType":"None","top":null,"offset":null,"limit":null,"orderBy":[],"orderByExpressions":[],"groupByExpressions":[],
              "groupByAliases":[],"aggregates":[],"groupByAliasToAggregateType":{},"rewrittenQuery":"","hasSelectValue":false},
             "queryRanges":[{"min":"","max":"FF","isMinInclusive":true,"isMaxInclusive":false}]}""";
    private static final String RANGES = """
            {"_rid":"","PartitionKeyRanges":[{"id":"0","_rid":"AAAAAAAAAAACAAAAAAAAUA==","_etag":"1","minInclusive":"","maxExclusive":"FF","ridPrefix":0,
              "throughputFraction":1,"status":"online","parents":[]}],"_count":1}""";
    /** What the client of the JDK sets itself. */
    private static final Set<String> OWN = Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "expect");

    /** What a test wants a write to meet with. */
    interface Fault {
        /** Status to answer instead of passing it on; 0 to pass it on. */
        int status(String method, String path, String body);
    }

    private static volatile Fault fault = (_, _, _) -> 0;

    /** From now on, every request of every test. */
    static void meetWith(Fault other) {
        fault = other;
    }

    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final URI upstream;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    MendingProxy(URI upstream) {
        this.upstream = upstream;
    }

    URI start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory()));
        server.createContext("/", this::handle);
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String text = new String(body, StandardCharsets.UTF_8);
            int status = fault.status(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), text);
            if (status != 0) {
                answer(exchange, status, "{\"code\":\"Fault\",\"message\":\"a fault of the test\"}".getBytes(StandardCharsets.UTF_8));
            } else if (is(exchange, "x-ms-cosmos-is-query-plan-request")) {
                answer(exchange, 200, PLAN.getBytes(StandardCharsets.UTF_8));
            } else if (exchange.getRequestURI().getPath().endsWith("/pkranges")) {
                // There is one, and nobody splits it.
                exchange.getResponseHeaders().set("etag", "1");
                answer(exchange, exchange.getRequestHeaders().containsKey("if-none-match") ? 304 : 200,
                        RANGES.getBytes(StandardCharsets.UTF_8));
            } else if (is(exchange, "x-ms-cosmos-is-batch-request")) {
                batch(exchange, text);
            } else {
                pass(exchange, exchange.getRequestURI().getPath().endsWith("/colls") && body.length > 0 ? bothWays(text) : body);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A composite index serves the opposite order as well; the stand-in wants it named. */
    private static byte[] bothWays(String container) throws IOException {
        JsonNode json = JSON.readTree(container);
        if (json.at("/indexingPolicy/compositeIndexes") instanceof ArrayNode indexes) {
            for (JsonNode index : indexes.deepCopy()) {
                ArrayNode opposite = indexes.addArray();
                for (JsonNode path : index) {
                    String order = path.path("order").asText().equals("descending") ? "ascending" : "descending";
                    opposite.add(((ObjectNode) path.deepCopy()).put("order", order));
                }
            }
        }
        return JSON.writeValueAsBytes(json);
    }

    private void batch(HttpExchange exchange, String text) throws IOException, InterruptedException {
        JsonNode operations = JSON.readTree(text);
        if (operations.size() > MOST_OPERATIONS || text.length() > MOST_BYTES) {
            answer(exchange, operations.size() > MOST_OPERATIONS ? 400 : 413,
                    "{\"message\":\"beyond the limits of a batch\"}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        String key = exchange.getRequestHeaders().getFirst(PARTITION_KEY);
        operations.forEach(operation -> ((ObjectNode) operation).put("partitionKey", key));
        HttpResponse<byte[]> response = send(exchange, JSON.writeValueAsBytes(operations));
        boolean failed = false;
        for (JsonNode result : JSON.readTree(response.body())) {
            failed |= result.path("statusCode").asInt() >= 400;
        }
        copyHeaders(response, exchange);
        answer(exchange, response.statusCode() == 200 && failed ? 207 : response.statusCode(), response.body());
    }

    private void pass(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(exchange, body);
        copyHeaders(response, exchange);
        if (!exchange.getRequestURI().getPath().contains("/docs") && response.statusCode() / 100 == 2) {
            learn(response.body());
        }
        boolean miss = response.statusCode() == 500 && exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().getPath().contains("/docs/");
        answer(exchange, miss ? 404 : response.statusCode(),
                miss ? "{\"code\":\"NotFound\",\"message\":\"no such document\"}".getBytes(StandardCharsets.UTF_8) : response.body());
    }

    private HttpResponse<byte[]> send(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(upstream.resolve(named(exchange.getRequestURI().getRawPath())))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.getFirst());
            }
        });
        if (is(exchange, "x-ms-documentdb-isquery")
                || "application/query+json".equals(exchange.getRequestHeaders().getFirst("content-type"))) {
            request.setHeader("x-ms-documentdb-query-enablecrosspartition", "true");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The path with names in the place of internal ids, of which the stand-in does not find those with a slash in them. */
    private String named(String path) {
        return Arrays.stream(path.split("/")).map(part -> names.getOrDefault(part, part)).collect(Collectors.joining("/"));
    }

    /** Remembers the internal ids of databases and containers, as the client writes them in addresses. */
    private void learn(byte[] answer) throws IOException {
        JsonNode json = JSON.readTree(answer);
        if (json != null && json.hasNonNull("_rid") && json.hasNonNull("id")) {
            names.put(json.get("_rid").asText().replace('/', '-'), json.get("id").asText());
        }
    }

    private static void copyHeaders(HttpResponse<byte[]> response, HttpExchange exchange) {
        response.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, List.copyOf(values));
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (exchange.getRequestURI().getPath().contains("/docs")) {
            exchange.getResponseHeaders().set("x-ms-session-token", "0:-1#1");
        }
        exchange.getResponseHeaders().putIfAbsent("content-type", List.of("application/json"));
        boolean empty = status == 204 || status == 304 || body.length == 0;
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean is(HttpExchange exchange, String header) {
        return "true".equalsIgnoreCase(exchange.getRequestHeaders().getFirst(header));
    }
}
