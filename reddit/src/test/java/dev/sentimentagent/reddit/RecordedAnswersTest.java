package dev.sentimentagent.reddit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.testsupport.ManualTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every recorded answer of the real API, replayed over HTTP with its own status and headers. */
class RecordedAnswersTest {
    private static final Path RECORDED = Path.of(System.getProperty("shared.data", "../shared/data")).resolve("reddit");
    private static final String META = ".meta.json";
    private static final JsonMapper JSON = new JsonMapper();
    /** Of these the replay makes its own: the bodies were unpacked when they were recorded, so the lengths do not fit them. */
    private static final Set<String> OF_THE_WAY = Set.of("content-length", "transfer-encoding", "connection");

    private HttpServer server;
    private HttpRedditClient client;
    private volatile Recording api = Recording.ofJson(HostileReddit.EMPTY_LISTING);
    private volatile Recording token = Recording.ofJson("{\"access_token\":\"t\",\"expires_in\":3600}");

    /** An answer with its status and headers. */
    private static final class Recording {
        private final int status;
        private final JsonNode headers;
        private final byte[] body;

        private Recording(int status, JsonNode headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        static Recording ofJson(String body) {
            return new Recording(200, JSON.createObjectNode(), body.getBytes(StandardCharsets.UTF_8));
        }

        static Recording read(Path file) throws IOException {
            JsonNode meta = JSON.readTree(Files.readString(file.resolveSibling(file.getFileName() + META)));
            return new Recording(meta.path("status").path("code").asInt(), meta.path("headers"), Files.readAllBytes(file));
        }

        void replay(HttpExchange exchange) throws IOException {
            byte[] way = body;
            for (var header : headers.properties()) {
                String name = header.getKey().toLowerCase(Locale.ROOT);
                JsonNode value = header.getValue();
                String text = value.isArray() ? value.path(0).asString() : value.asString();
                if (name.equals("content-encoding") && text.equals("gzip")) {
                    way = HostileReddit.gzip(new String(body, StandardCharsets.UTF_8));
                }
                if (!OF_THE_WAY.contains(name)) {
                    exchange.getResponseHeaders().add(header.getKey(), text);
                }
            }
            exchange.sendResponseHeaders(status, way.length == 0 ? -1 : way.length);
            exchange.getResponseBody().write(way);
            exchange.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            (exchange.getRequestURI().getPath().endsWith("/access_token") ? token : api).replay(exchange);
        });
        server.start();
        client = client();
    }

    private HttpRedditClient client() {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new HttpRedditClient(new RedditSettings(uri, uri, "id", "secret", "agent", Duration.ofSeconds(10), Duration.ofSeconds(10),
                Duration.ofMinutes(10), new RetryPolicy(3, Duration.ofSeconds(1))), new ManualTime(), new Random(1));
    }

    @AfterEach
    void close() {
        client.close();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api_info", "comments_page", "error_400", "error_401", "error_403", "error_404", "error_409", "error_413",
            "error_414", "error_415", "error_429", "error_451", "error_500", "error_502", "error_503", "error_504", "error_520",
            "error_522", "listing_comments", "listing_new", "redirect_301", "redirect_302"})
    void understandsEveryAnswer(String folder) throws Exception {
        for (Path file : files(folder)) {
            api = Recording.read(file);
            Fetch fetch = client.listing("Cursor", Listing.NEW, null);

            assertThat(reason(fetch)).as("%s", file).isEqualTo(expected(folder, api));
            if (fetch instanceof Fetch.Page page) {
                JsonNode data = JSON.readTree(api.body).path("data");
                assertThat(page.items()).as("%s", file).hasSize(countOf(data.path("children"), "t1", "t3"));
                assertThat(page.rejected()).as("%s", file).isEmpty();
                assertThat(page.after()).as("%s", file).isEqualTo(data.path("after").isNull() ? null : data.path("after").asString());
            }
            if (fetch instanceof Fetch.Failure failure) {
                assertThat(failure.detail()).doesNotContain("\n").hasSizeLessThan(400);
            }
        }
    }

    /** Why it failed; null if it did not. */
    private static @Nullable Reason reason(Fetch fetch) {
        return fetch instanceof Fetch.Failure failure ? failure.reason() : null;
    }

    private static @Nullable Reason expected(String folder, Recording recording) {
        if (folder.startsWith("redirect")) {
            return Reason.RENAMED;
        }
        boolean quarantined = new String(recording.body, StandardCharsets.UTF_8).startsWith("{\"reason\": \"quarantined\"");
        return switch (recording.status) {
            case 200 -> folder.equals("comments_page") ? Reason.MALFORMED : null;
            case 401 -> Reason.UNAUTHORIZED;
            case 403 -> quarantined ? Reason.QUARANTINED : Reason.REFUSED;
            case 404 -> Reason.BANNED;
            case 429 -> Reason.RATE_LIMITED;
            default -> recording.status >= 500 ? Reason.SERVER_ERROR : Reason.REFUSED;
        };
    }

    @Test
    void takesEveryToken() throws Exception {
        for (Path file : files("oauth_token")) {
            token = Recording.read(file);
            try (HttpRedditClient fresh = client()) {
                assertThat(fresh.listing("Cursor", Listing.NEW, null)).as("%s", file).isInstanceOf(Fetch.Page.class);
            }
        }
    }

    @Test
    void readsEveryListingWithinAPageOfComments() throws Exception {
        int comments = 0;
        for (Path file : files("comments_page")) {
            for (JsonNode listing : listings(JSON.readTree(Files.readAllBytes(file)))) {
                Fetch.Page page = ListingParser.parse(JSON.writeValueAsBytes(listing), ManualTime.START);

                JsonNode children = listing.path("data").path("children");
                assertThat(page.items()).as("%s", file).hasSize(countOf(children, "t1", "t3"));
                assertThat(page.rejected()).isEmpty();
                comments += countOf(children, "t1");
            }
        }
        assertThat(comments).isPositive();
    }

    @Test
    void readsEveryPageOfNewPosts() throws Exception {
        Path folder = RECORDED.resolve("listings");
        assumeTrue(Files.exists(folder), "no recorded listings under " + folder + ": skipped");
        int pages = 0;
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path file : paths.sorted().toList()) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    api = Recording.ofJson(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
                assertThat(client.listing("LocalLLaMA", Listing.NEW, null)).as("%s", file).isInstanceOfSatisfying(Fetch.Page.class,
                        page -> {
                            assertThat(page.items()).hasSize(100).allSatisfy(item -> {
                                assertThat(item.kind()).isEqualTo(ItemKind.POST);
                                assertThat(item.subreddit()).isEqualTo("LocalLLaMA");
                            });
                            assertThat(page.after()).isNotNull();
                        });
                pages++;
            }
        }
        assertThat(pages).isPositive();
    }

    /** Every listing of the tree, those of replies to comments too. */
    private static List<JsonNode> listings(JsonNode tree) {
        List<JsonNode> found = new ArrayList<>();
        if (tree.path("kind").asString("").equals("Listing")) {
            found.add(tree);
        }
        tree.forEach(node -> found.addAll(listings(node)));
        return found;
    }

    private static int countOf(JsonNode children, String... kinds) {
        int count = 0;
        for (JsonNode child : children) {
            if (List.of(kinds).contains(child.path("kind").asString())) {
                count++;
            }
        }
        return count;
    }

    private static List<Path> files(String folder) throws IOException {
        Path path = RECORDED.resolve("api").resolve(folder);
        assumeTrue(Files.exists(path), "no recorded answers under " + path + ": skipped");
        try (Stream<Path> files = Files.list(path)) {
            List<Path> bodies = files.filter(file -> !file.toString().endsWith(META)).sorted().toList();
            assertThat(bodies).isNotEmpty();
            return bodies;
        }
    }
}
