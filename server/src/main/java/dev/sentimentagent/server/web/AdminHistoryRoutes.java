package dev.sentimentagent.server.web;

import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.catalogue.AuditQuery;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.Merge;
import dev.sentimentagent.model.store.Ranked;
import dev.sentimentagent.server.catalogue.CatalogueAdmin;
import dev.sentimentagent.server.catalogue.MergeAdmin;
import dev.sentimentagent.server.catalogue.RecordedState;
import dev.sentimentagent.server.catalogue.ToolDocument;
import dev.sentimentagent.server.web.AdminBodies.AuditEntryBody;
import dev.sentimentagent.server.web.AdminBodies.AuditLogBody;
import dev.sentimentagent.server.web.AdminBodies.ChangesBody;
import dev.sentimentagent.server.web.AdminBodies.MergeAnswerBody;
import dev.sentimentagent.server.web.AdminBodies.MergeHistoryBody;
import dev.sentimentagent.server.web.AdminBodies.MergeOrderBody;
import dev.sentimentagent.server.web.AdminBodies.MergeRecordBody;
import dev.sentimentagent.server.web.AdminBodies.UndoneBody;
import dev.sentimentagent.server.web.AdminBodies.WarningBody;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.Parameter;
import io.helidon.webserver.http.ServerRequest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /admin/tools/merge}, what was merged and changed, and how it is undone. */
final class AdminHistoryRoutes implements Route.Group {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM").withZone(ZoneOffset.UTC);
    private static final int MOST_PAGES = 1_000_000;

    private static final Parameter<Integer> PAGE = Parameter.integer("page", 1, MOST_PAGES, "Which page").orElse(1, 1);
    private static final Parameter<Integer> TEN = Parameter.integer("limit", 1, 100, "How many on a page").orElse(10, 10);
    private static final Parameter<Integer> TWENTY = Parameter.integer("limit", 1, 100, "How many on a page").orElse(20, 20);
    private static final Parameter<Optional<String>> ACTION = Parameter
            .text("action_type", text -> action(text) != null, "what was done, such as create, edit or merge", "Only what did this")
            .optional();
    private static final Parameter<String> RECORD = Parameter.text("audit_id", _ -> true, "the id of a record", "Id of a record").inPath();

    private static final Endpoint MERGE = Endpoint
            .post(AdminToolRoutes.PATH + "/merge", AdminToolRoutes.GROUP, "Merges tools into another, in every item, at once")
            .reading(MergeOrderBody.class)
            .answering(MergeAnswerBody.class)
            .failing(400, "More than ten sources")
            .failing(404, AdminToolRoutes.UNKNOWN)
            .failing(409, "One of them is not active, or was merged before")
            .forAdmin();
    private static final Endpoint MERGES = Endpoint
            .get(AdminToolRoutes.PATH + "/{tool_id}/merge-history", AdminToolRoutes.GROUP, "What was merged into a tool, newest first")
            .taking(AdminToolRoutes.ID, PAGE, TEN)
            .answering(MergeHistoryBody.class)
            .failing(404, AdminToolRoutes.UNKNOWN)
            .forAdmin();
    private static final Endpoint TOOL_LOG = Endpoint
            .get(AdminToolRoutes.PATH + "/{tool_id}/audit-log", AdminToolRoutes.GROUP, "What was done to a tool, newest first")
            .taking(AdminToolRoutes.ID, PAGE, TWENTY, ACTION)
            .answering(AuditLogBody.class)
            .failing(404, AdminToolRoutes.UNKNOWN)
            .forAdmin();
    private static final Endpoint LOG = Endpoint.get("/api/v1/admin/audit", AdminToolRoutes.GROUP, "All that was done, newest first")
            .taking(PAGE, TWENTY, ACTION)
            .answering(AuditLogBody.class)
            .forAdmin();
    private static final Endpoint UNDO = Endpoint
            .post("/api/v1/admin/audit/{audit_id}/undo", AdminToolRoutes.GROUP, "Takes a change back, with what it did to items")
            .taking(RECORD)
            .answering(UndoneBody.class)
            .failing(400, "It is none that can be undone")
            .failing(404, "No such record")
            .failing(409, "What it was about has been changed since")
            .forAdmin();

    private final AdminAccess access;
    private final CatalogueAdmin admin;

    AdminHistoryRoutes(AdminAccess access, CatalogueAdmin admin) {
        this.access = access;
        this.admin = admin;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                access.json(MERGE, this::merge),
                access.json(MERGES, this::merges),
                access.json(TOOL_LOG, this::toolLog),
                access.json(LOG, request -> {
                    Query query = new Query(LOG, request);
                    return log(query, null);
                }),
                access.json(UNDO, request -> {
                    List<CatalogueTool> tools = admin.undo().undo(request.path().pathParameters().get("audit_id"),
                            AdminAccess.admin(request));
                    return new UndoneBody(tools.stream().map(ToolDocument::of).toList(), "the change was taken back");
                }));
    }

    private MergeAnswerBody merge(ServerRequest request) {
        MergeOrderBody order = Json.read(request, MergeOrderBody.class);
        MergeAdmin.Merged merged = admin.merges().merge(new MergeAdmin.Order(order.targetToolId(), order.sourceToolIds(),
                order.finalCategories(), order.finalVendor(), order.notes() == null ? "" : order.notes()), AdminAccess.admin(request));
        String sources = merged.sources().stream().map(tool -> tool.tool().name()).collect(Collectors.joining(", "));
        return new MergeAnswerBody(MergeRecordBody.of(merged.merge()), ToolDocument.of(merged.target()),
                merged.sources().stream().map(ToolDocument::of).toList(),
                merged.warnings().stream().map(MergeAdmin.Warning::message).toList(),
                merged.warnings().stream().map(warning -> new WarningBody(warning.type(), warning.message(), warning.details())).toList(),
                sources + " merged into " + merged.target().tool().name() + ": " + merged.merge().updated() + " items changed");
    }

    private MergeHistoryBody merges(ServerRequest request) {
        Query query = new Query(MERGES, request);
        String id = AdminToolRoutes.id(request);
        if (admin.current().listed(id).isEmpty()) {
            throw ApiException.notFound("there is no tool " + id);
        }
        int page = query.get(PAGE);
        int limit = query.get(TEN);
        Ranked<Merge> merges = admin.merges(id, (page - 1) * limit, limit);
        return new MergeHistoryBody(merges.items().stream().map(MergeRecordBody::of).toList(), merges.total(), page, limit,
                (long) page * limit < merges.total());
    }

    private AuditLogBody toolLog(ServerRequest request) {
        Query query = new Query(TOOL_LOG, request);
        String id = AdminToolRoutes.id(request);
        boolean unknown = admin.current().listed(id).isEmpty() && admin.audit(new AuditQuery(id, null), 0, 1).total() == 0;
        if (unknown) {
            throw ApiException.notFound("there is no tool " + id);
        }
        return log(query, id);
    }

    private AuditLogBody log(Query query, @Nullable String toolId) {
        int page = query.get(PAGE);
        int limit = query.get(TWENTY);
        AuditAction action = query.get(ACTION).map(AdminHistoryRoutes::action).orElse(null);
        Ranked<AuditRecord> records = admin.audit(new AuditQuery(toolId, action), (page - 1) * limit, limit);
        return new AuditLogBody(records.items().stream().map(AdminHistoryRoutes::entry).toList(), records.total(), page, limit,
                (long) page * limit < records.total());
    }

    private static AuditEntryBody entry(AuditRecord record) {
        RecordedState state = RecordedState.of(record);
        Map<String, String> metadata = state.metadata();
        return new AuditEntryBody(record.id(), MONTH.format(record.at()), record.at(), record.adminId(), record.action().label(),
                record.subjectId(), record.subjectName(), state.before(), state.after(), metadata, record.ipAddress(), record.userAgent(),
                record.adminId(), new ChangesBody(state.before(), state.after()), metadata.getOrDefault("notes", ""));
    }

    /** By the short name or the long one: {@code create}, {@code created}. */
    private static @Nullable AuditAction action(String name) {
        return Arrays.stream(AuditAction.values())
                .filter(action -> name.equals(action.label()) || name.equals(action.label() + "d") || name.equals(action.label() + "ed"))
                .findFirst()
                .orElse(null);
    }
}
