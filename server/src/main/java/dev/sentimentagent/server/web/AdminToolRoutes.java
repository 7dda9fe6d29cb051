package dev.sentimentagent.server.web;

import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.server.catalogue.CatalogueAdmin;
import dev.sentimentagent.server.catalogue.CurrentCatalogue;
import dev.sentimentagent.server.catalogue.ToolAdmin;
import dev.sentimentagent.server.catalogue.ToolDocument;
import dev.sentimentagent.server.catalogue.ToolEdit;
import dev.sentimentagent.server.web.AdminBodies.AliasBody;
import dev.sentimentagent.server.web.AdminBodies.AliasMadeBody;
import dev.sentimentagent.server.web.AdminBodies.AliasOrderBody;
import dev.sentimentagent.server.web.AdminBodies.DeletedToolBody;
import dev.sentimentagent.server.web.AdminBodies.MessageBody;
import dev.sentimentagent.server.web.AdminBodies.OneToolBody;
import dev.sentimentagent.server.web.AdminBodies.ToolListBody;
import dev.sentimentagent.server.web.AdminBodies.ToolMadeBody;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.Parameter;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /admin/tools}: the tools of the catalogue, of every status. */
final class AdminToolRoutes implements Route.Group {
    static final String PATH = "/api/v1/admin/tools";
    static final String GROUP = "Admin: tools";
    static final String UNKNOWN = "No such tool";
    static final Parameter<String> ID = Parameter.text("tool_id", _ -> true, "the id of a tool", "Id of a tool").inPath();

    private static final Endpoint LIST = Endpoint.get(PATH, GROUP, "The tools of the catalogue")
            .taking(ToolSearch.PAGE, ToolSearch.LIMIT, ToolSearch.SEARCH, ToolSearch.STATUS, ToolSearch.CATEGORY, ToolSearch.VENDOR,
                    ToolSearch.SORT_BY, ToolSearch.SORT_ORDER)
            .answering(ToolListBody.class)
            .forAdmin();
    private static final String OUTDATED = "If-Match is given, and it has been changed since then";
    private static final Endpoint CREATE = Endpoint.post(PATH, GROUP, "Adds a tool; without aliases it is known by its name")
            .reading(ToolEdit.class)
            .answering(ToolMadeBody.class)
            .failing(400, "The name is taken")
            .forAdmin();
    private static final Endpoint ONE = Endpoint.get(PATH + "/{tool_id}", GROUP, "A tool and the tools that are aliases of it")
            .taking(ID)
            .answering(OneToolBody.class)
            .failing(404, UNKNOWN)
            .forAdmin();
    private static final Endpoint EDIT = Endpoint
            .put(PATH + "/{tool_id}", GROUP,
                    "Changes a tool; what is null stays. If-Match with its _etag refuses to overwrite what another changed")
            .taking(ID)
            .reading(ToolEdit.class)
            .answering(ToolMadeBody.class)
            .failing(400, "Another active tool has the name")
            .failing(404, UNKNOWN)
            .failing(409, "It has been changed since it was read")
            .forAdmin();
    private static final Endpoint DELETE = Endpoint
            .delete(PATH + "/{tool_id}", GROUP, "Deletes a tool, its links and mentions; items and scores stay")
            .taking(ID)
            .answering(DeletedToolBody.class)
            .failing(404, UNKNOWN)
            .failing(409, "Others were merged into it")
            .failing(412, OUTDATED)
            .forAdmin();
    private static final Endpoint ARCHIVE = Endpoint
            .post(PATH + "/{tool_id}/archive", GROUP, "Ends listening for a tool; keeps its history")
            .taking(ID)
            .answering(ToolMadeBody.class)
            .failing(404, UNKNOWN)
            .failing(409, "Others were merged into it")
            .failing(412, OUTDATED)
            .forAdmin();
    private static final Endpoint UNARCHIVE = Endpoint.post(PATH + "/{tool_id}/unarchive", GROUP, "Listens for a tool again")
            .taking(ID)
            .answering(ToolMadeBody.class)
            .failing(404, UNKNOWN)
            .failing(409, "Another active tool has its name by now")
            .failing(412, OUTDATED)
            .forAdmin();
    private static final Endpoint LINK = Endpoint
            .put(PATH + "/{tool_id}/alias", GROUP, "Makes a tool an alias of another, whose figures then include its own")
            .taking(ID)
            .reading(AliasOrderBody.class)
            .answering(AliasMadeBody.class)
            .failing(400, "It would be an alias of itself, directly or in a circle")
            .failing(404, UNKNOWN)
            .forAdmin();
    private static final Endpoint UNLINK = Endpoint.delete(PATH + "/{tool_id}/alias", GROUP, "Takes the link of an alias away")
            .taking(ID)
            .answering(MessageBody.class)
            .failing(404, "No such tool, or it is no alias")
            .forAdmin();

    private final AdminAccess access;
    private final CatalogueAdmin admin;

    AdminToolRoutes(AdminAccess access, CatalogueAdmin admin) {
        this.access = access;
        this.admin = admin;
    }

    @Override
    public List<Route> routes() {
        ToolAdmin tools = admin.tools();
        return List.of(
                access.json(LIST, request -> new ToolSearch(new Query(LIST, request)).of(admin.current().listed())),
                tagged(CREATE, request -> {
                    CatalogueTool made = tools.create(Json.read(request, ToolEdit.class), AdminAccess.admin(request));
                    return new ToolMadeBody(ToolDocument.of(made), created(made));
                }, ToolMadeBody::tool),
                tagged(ONE, request -> one(id(request)), OneToolBody::tool),
                tagged(EDIT, request -> said(
                        tools.edit(id(request), Json.read(request, ToolEdit.class), ifMatch(request), AdminAccess.admin(request)),
                        "was changed"), ToolMadeBody::tool),
                access.json(DELETE, request -> {
                    ToolAdmin.Deleted deleted = tools.delete(id(request), ifMatch(request), AdminAccess.admin(request));
                    String name = deleted.tool().tool().name();
                    return new DeletedToolBody(name + " was deleted", deleted.tool().id(), name, deleted.mentions());
                }),
                tagged(ARCHIVE, request -> said(tools.archive(id(request), ifMatch(request), AdminAccess.admin(request)), "is archived"),
                        ToolMadeBody::tool),
                tagged(UNARCHIVE, request -> said(tools.unarchive(id(request), ifMatch(request), AdminAccess.admin(request)), "is active"),
                        ToolMadeBody::tool),
                access.json(LINK, request -> {
                    String alias = id(request);
                    AliasOrderBody order = Json.read(request, AliasOrderBody.class);
                    AliasLink link = admin.links().link(alias, checked(order.primaryToolId()), AdminAccess.admin(request));
                    return new AliasMadeBody(AliasBody.of(link),
                            link.aliasToolId() + " counts for " + link.primaryToolId() + " from now on");
                }),
                access.json(UNLINK, request -> {
                    String alias = id(request);
                    admin.links().unlink(alias, AdminAccess.admin(request));
                    return new MessageBody(alias + " is no alias any more");
                }));
    }

    /** A call whose answer tells the state of one tool, in the header too: what {@code If-Match} takes. */
    private <T> Route tagged(Endpoint endpoint, Function<ServerRequest, T> handler, Function<T, ToolDocument> tool) {
        return access.json(endpoint, handler, (body, response) -> response.header(HeaderNames.ETAG, tool.apply(body).etag()));
    }

    private static @Nullable String ifMatch(ServerRequest request) {
        return request.headers().first(HeaderNames.IF_MATCH).orElse(null);
    }

    private OneToolBody one(String id) {
        CurrentCatalogue current = admin.current();
        CatalogueTool tool = current.listed(id).orElseThrow(() -> ApiException.notFound("there is no tool " + id));
        return new OneToolBody(ToolDocument.of(tool),
                current.links().stream().filter(link -> link.primaryToolId().equals(id)).map(AliasBody::of).toList());
    }

    private static ToolMadeBody said(CatalogueTool tool, String what) {
        return new ToolMadeBody(ToolDocument.of(tool), tool.tool().name() + " " + what);
    }

    private static String created(CatalogueTool tool) {
        boolean known = !tool.tool().aliases().isEmpty() || !tool.tool().ambiguousAliases().isEmpty()
                || !tool.tool().homeSubreddits().isEmpty();
        return tool.tool().name() + (known
                ? " was created"
                : " was created, but its name means another tool already or is none: give it aliases, or nothing will be found");
    }

    /** The tool that a path names. */
    static String id(ServerRequest request) {
        return checked(request.path().pathParameters().get("tool_id"));
    }

    private static String checked(String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new ApiException(Status.BAD_REQUEST_400, "the id of a tool is letters, digits, hyphens and underscores");
        }
        return id;
    }
}
