package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.SubredditReport;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.catalogue.CollectedSubreddit;
import dev.sentimentagent.model.store.CycleStore;
import dev.sentimentagent.server.catalogue.CatalogueAdmin;
import dev.sentimentagent.server.catalogue.Preview;
import dev.sentimentagent.server.catalogue.ToolEdit;
import dev.sentimentagent.server.statistics.Statistics;
import dev.sentimentagent.server.web.AdminBodies.AlsoBody;
import dev.sentimentagent.server.web.AdminBodies.PreviewBody;
import dev.sentimentagent.server.web.AdminBodies.PreviewItemBody;
import dev.sentimentagent.server.web.AdminBodies.SubredditBody;
import dev.sentimentagent.server.web.AdminBodies.SubredditMadeBody;
import dev.sentimentagent.server.web.AdminBodies.SubredditOrderBody;
import dev.sentimentagent.server.web.AdminBodies.SubredditsStateBody;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.Parameter;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /admin/preview} and {@code /admin/subreddits}: what the old contract does not know. */
final class AdminCatalogueRoutes implements Route.Group {
    private static final String GROUP = "Admin: catalogue";
    private static final String SUBREDDITS = "/api/v1/admin/subreddits";
    private static final int EXCERPT = 200;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Parameter<String> NAME = Parameter.text("name", _ -> true, "a name without r/", "Name of a subreddit").inPath();
    private static final Parameter<Optional<String>> TOOL = Parameter
            .text("tool_id", _ -> true, "the id of a tool", "The tool that would be changed; none for a new one")
            .optional();

    private static final Endpoint PREVIEW = Endpoint
            .post("/api/v1/admin/preview", GROUP, "What a tool would match of the last 7 days if it were so; changes nothing")
            .taking(TOOL)
            .reading(ToolEdit.class)
            .answering(PreviewBody.class)
            .failing(400, "The name is taken")
            .failing(404, AdminToolRoutes.UNKNOWN)
            .failing(409, "Another preview is being made")
            .forAdmin();
    private static final Endpoint LIST = Endpoint
            .get(SUBREDDITS, GROUP, "The subreddits that are collected or paused, with what came of them")
            .answering(SubredditsStateBody.class)
            .forAdmin();
    private static final Endpoint ADD = Endpoint.post(SUBREDDITS, GROUP, "Adds a subreddit; it is collected from the next cycle on")
            .reading(SubredditOrderBody.class)
            .answering(SubredditMadeBody.class)
            .failing(400, "It is there already")
            .forAdmin();
    private static final Endpoint SET = Endpoint.put(SUBREDDITS + "/{name}", GROUP, "Pauses a subreddit, or goes on with it")
            .taking(NAME)
            .reading(SubredditOrderBody.class)
            .answering(SubredditMadeBody.class)
            .failing(404, "No such subreddit")
            .forAdmin();
    private static final Endpoint REMOVE = Endpoint
            .delete(SUBREDDITS + "/{name}", GROUP, "Ends collecting a subreddit; what was collected stays until it is old")
            .taking(NAME)
            .answering(SubredditMadeBody.class)
            .failing(404, "No such subreddit")
            .forAdmin();

    private final AdminAccess access;
    private final CatalogueAdmin admin;
    private final Statistics statistics;
    private final CycleStore cycles;
    private final InstantSource clock;

    AdminCatalogueRoutes(AdminAccess access, CatalogueAdmin admin, Statistics statistics, CycleStore cycles, InstantSource clock) {
        this.access = access;
        this.admin = admin;
        this.statistics = statistics;
        this.cycles = cycles;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                access.json(PREVIEW, this::preview),
                access.json(LIST, _ -> {
                    List<SubredditBody> all = admin.current().allSubreddits().stream().map(this::body).toList();
                    return new SubredditsStateBody(all, all.size());
                }),
                access.json(ADD, request -> {
                    String name = Json.read(request, SubredditOrderBody.class).name();
                    if (name == null) {
                        throw ApiException.invalid("name is missing");
                    }
                    return said(admin.subreddits().add(name, AdminAccess.admin(request)), "is collected from the next cycle on");
                }),
                access.json(SET, request -> {
                    String state = Json.read(request, SubredditOrderBody.class).state();
                    if (state == null || !(state.equals("active") || state.equals("paused"))) {
                        throw ApiException.invalid("state must be active or paused");
                    }
                    CollectedSubreddit.State to = CollectedSubreddit.State.valueOf(state.toUpperCase(Locale.ROOT));
                    return said(admin.subreddits().set(name(request), to, AdminAccess.admin(request)), "is " + state);
                }),
                access.json(REMOVE, request -> said(admin.subreddits().remove(name(request), AdminAccess.admin(request)), "was removed")));
    }

    private static String name(ServerRequest request) {
        return request.path().pathParameters().get("name");
    }

    private SubredditMadeBody said(CollectedSubreddit subreddit, String what) {
        return new SubredditMadeBody(body(subreddit), "r/" + subreddit.name() + " " + what);
    }

    private SubredditBody body(CollectedSubreddit subreddit) {
        Instant now = clock.instant();
        Optional<Cycle> newest = cycles.recent(1).stream().findFirst();
        Optional<SubredditReport> report = newest.stream()
                .flatMap(cycle -> cycle.subreddits().stream())
                .filter(found -> SubredditName.same(found.subreddit(), subreddit.name()))
                .findFirst();
        String trouble = report.map(SubredditReport::incidents)
                .filter(incidents -> !incidents.isEmpty())
                .map((List<Incident> incidents) -> incidents.getFirst().reason().label())
                .orElse(null);
        return new SubredditBody(subreddit.name(), subreddit.state().name().toLowerCase(Locale.ROOT), subreddit.addedAt(),
                subreddit.addedBy(), subreddit.updatedAt(), subreddit.updatedBy(), items(subreddit, Window.ending(now, DAY)),
                items(subreddit, Window.ending(now, Preview.SPAN)), report.isEmpty() ? null : newest.map(Cycle::startedAt).orElse(null),
                trouble);
    }

    private long items(CollectedSubreddit subreddit, Window window) {
        return statistics.tally(Dimension.SUBREDDIT, subreddit.name(), window).total();
    }

    private PreviewBody preview(ServerRequest request) {
        Query query = new Query(PREVIEW, request);
        Preview.Found found = admin.preview().of(query.get(TOOL).orElse(null), Json.read(request, ToolEdit.class));
        List<AlsoBody> also = found.also()
                .entrySet()
                .stream()
                .map(other -> new AlsoBody(other.getKey(), admin.current().names().getOrDefault(other.getKey(), other.getKey()),
                        other.getValue()))
                .toList();
        String about = found.oneIn() == 1 ? "" : "about ";
        String others = also.isEmpty()
                ? ""
                : ", " + grouped(also.getFirst().count()) + " of them also " + also.getFirst().toolName();
        String summary = "would match " + about + grouped(found.matches()) + " of the " + grouped(found.of()) + " items of the last 7 days"
                + others;
        return new PreviewBody(found.matches(), found.newly(), found.lost(), (int) Preview.SPAN.toDays(), found.of(), found.oneIn(), also,
                summary, found.samples().stream().map(AdminCatalogueRoutes::sample).toList());
    }

    private static PreviewItemBody sample(ScoredItem scored) {
        Item item = scored.item();
        String text = item.text().strip().replaceAll("\\s+", " ");
        int end = text.offsetByCodePoints(0, Math.min(EXCERPT, text.codePointCount(0, text.length())));
        return new PreviewItemBody(item.id(), item.kind() == ItemKind.POST ? "post" : "comment", item.subreddit(), item.createdUtc(),
                text.substring(0, end), "https://reddit.com" + item.permalink());
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u2009');
    }
}
