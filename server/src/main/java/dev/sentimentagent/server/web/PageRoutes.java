package dev.sentimentagent.server.web;

import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.server.dashboard.Assets;
import dev.sentimentagent.server.dashboard.Dashboard;
import dev.sentimentagent.server.dashboard.Page;
import dev.sentimentagent.server.dashboard.PageRequest;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dashboard's pages and their files, over HTTP. */
final class PageRoutes implements HttpService {
    private static final Logger log = LoggerFactory.getLogger(PageRoutes.class);
    private static final List<String> PATHS = List.of("/", "/tools/{id}", "/compare", "/topics", "/topics/{id}", "/posts", "/posts/{id}",
            "/r/{name}", "/why", "/collection", "/help", "/admin");

    private final Dashboard dashboard;
    private final Answers answers;
    private final Map<String, Answer> assets;

    PageRoutes(Dashboard dashboard, Answers answers) {
        this.dashboard = dashboard;
        this.answers = answers;
        this.assets = Assets.all().entrySet().stream().collect(Collectors.toUnmodifiableMap(
                Map.Entry::getKey, asset -> new Answer(asset.getValue().type(), asset.getValue().body(), asset.getValue().body(), null)));
    }

    @Override
    public void routing(HttpRules rules) {
        Handler page = answers.page(this::asked, dashboard::page);
        for (String path : PATHS) {
            Routes.get(rules, path, (request, response) -> show(page, request, response));
        }
        Routes.get(rules, "/assets/{name}", this::asset);
    }

    /** What fails is answered as a page: a reader is not helped by JSON. */
    private void show(Handler page, ServerRequest request, ServerResponse response) throws Exception {
        try {
            page.handle(request, response);
        } catch (StoreException e) {
            log.warn("{} not answered, the store failed: {}", request.path().absolute().path(), e.getMessage());
            send(request, response, dashboard.failed(503, "The database does not answer. Try again in a moment."));
        }
    }

    private void asset(ServerRequest request, ServerResponse response) {
        Answer answer = assets.get(request.path().pathParameters().get("name"));
        if (answer == null) {
            throw ApiException.notFound("there is no such file");
        }
        answer.send(request, response);
    }

    private static void send(ServerRequest request, ServerResponse response, Page page) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        Routes.send(request, response.status(Status.create(page.status())), page.type(), page.bytes());
    }

    private PageRequest asked(ServerRequest request) {
        Map<String, String> parameters = request.query().names().stream().collect(Collectors.toMap(name -> name, name -> request.query()
                .first(name).orElse("")));
        return new PageRequest(request.path().absolute().path(), parameters);
    }
}
