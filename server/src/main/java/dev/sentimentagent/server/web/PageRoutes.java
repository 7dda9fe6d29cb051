package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.statistics.Statistics;
import dev.sentimentagent.server.web.pages.StaticTemplates;
import dev.sentimentagent.server.web.pages.Templates;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** The page at {@code /} and its style sheet. */
final class PageRoutes implements HttpService {
    private static final Duration DAY = Duration.ofHours(24);
    private static final int POSTS = 25;
    private static final int TOPICS = 8;

    private final Answers answers;
    private final Statistics statistics;
    private final Store store;
    private final Subreddits subreddits;
    private final InstantSource clock;
    private final Supplier<Optional<Instant>> nextCollection;
    private final boolean collecting;
    private final boolean demo;
    private final Templates templates = new StaticTemplates();
    private final byte[] style = resource("style.css");

    PageRoutes(WebParts parts, Answers answers) {
        this.answers = answers;
        this.statistics = parts.statistics();
        this.store = parts.store();
        this.subreddits = new Subreddits(parts.subreddits(), parts.store().items());
        this.clock = parts.clock();
        this.nextCollection = parts.nextCollection();
        this.collecting = parts.trigger() != null;
        this.demo = parts.demo();
    }

    @Override
    public void routing(HttpRules rules) {
        Routes.get(rules, "/", answers.page(() -> templates.overview(overview()).render()));
        Routes.get(rules, "/style.css", (request, response) -> send(request, response, "text/css", style));
    }

    private Overview overview() {
        Instant now = clock.instant();
        Window window = Window.ending(now, DAY);
        return new Overview(
                demo,
                now,
                statistics.tally(Dimension.SUBREDDIT, null, window),
                subreddits.names()
                        .stream()
                        .map(name -> new Overview.Row(name, statistics.tally(Dimension.SUBREDDIT, name, window)))
                        .sorted((a, b) -> Long.compare(b.tally().total(), a.tally().total()))
                        .toList(),
                store.topics().topics(TOPICS),
                store.items()
                        .recentPosts(null, now.minus(Duration.ofHours(Query.MAX_HOURS)), POSTS, null)
                        .items()
                        .stream()
                        .filter(item -> item.item() instanceof Post)
                        .map(item -> new Overview.Entry((Post) item.item(), item.score()))
                        .toList(),
                store.cycles().recent(1).stream().findFirst(),
                collecting,
                nextCollection.get().map(at -> Duration.between(now, at)));
    }

    private static void send(ServerRequest request, ServerResponse response, String type, byte[] body) {
        Routes.send(request, response.header(HeaderNames.CACHE_CONTROL, "no-cache"), type, body);
    }

    private static byte[] resource(String name) {
        try (InputStream in = PageRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
