package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.Retag;
import dev.sentimentagent.model.catalogue.ToolStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds, edits, archives and deletes tools. Thread-safe; every method throws {@link CatalogueException} if it refuses. */
public final class ToolAdmin {
    private final Changes changes;
    private final Preview preview;
    private final Consumer<ToolEvent> listener;

    ToolAdmin(Changes changes, Preview preview, Consumer<ToolEvent> listener) {
        this.changes = changes;
        this.preview = preview;
        this.listener = listener;
    }

    /**
     * A tool that was deleted.
     *
     * @param mentions how many stored items spoke of it
     */
    public record Deleted(CatalogueTool tool, long mentions) {}

    /** Adds a tool. */
    public CatalogueTool create(ToolEdit edit, Admin admin) {
        return create(edit, AuditAction.CREATE, admin);
    }

    /** Adds a tool that something else than a creation has led to: it stands in the record as that. */
    public CatalogueTool create(ToolEdit edit, AuditAction action, Admin admin) {
        String[] id = new String[1];
        Changes.Done done = changes.make(current -> {
            CatalogueTool tool = new ToolDraft(current).create(edit, changes.now(), admin.name());
            preview.refuseIfCommon(tool.tool(), current, edit.forced());
            id[0] = tool.id();
            return CatalogueChange.on(current.version()).put(tool).audit(changes.record(admin, action, null, tool, Map.of()));
        });
        CatalogueTool made = done.now().listed(id[0]).orElseThrow();
        ToolEvent.Kind kind = action == AuditAction.APPROVE ? ToolEvent.Kind.ACTIVATED : ToolEvent.Kind.CREATED;
        listener.accept(new ToolEvent(kind, made.id(), made.tool().name()));
        return made;
    }

    /**
     * Changes what a tool is.
     *
     * @param ifMatch the state that it must have, as {@link ToolDocument#etag} tells it; null if any will do
     */
    public CatalogueTool edit(String id, ToolEdit edit, @Nullable String ifMatch, Admin admin) {
        Changes.Done done = changes.make(current -> {
            CatalogueTool before = known(current, id);
            if (!matches(before, ifMatch)) {
                throw CatalogueException.conflict("the tool has been changed since it was read: read it again");
            }
            CatalogueTool after = new ToolDraft(current).edit(before, edit, changes.now(), admin.name());
            if (edit.renames() && after.active()) {
                preview.refuseIfCommon(after.tool(), current, edit.forced());
            }
            return CatalogueChange.on(current.version()).put(after).audit(changes.record(admin, AuditAction.EDIT, before, after, Map.of()));
        });
        CatalogueTool after = done.now().listed(id).orElseThrow();
        if (edit.renames() && after.active()) {
            listener.accept(new ToolEvent(ToolEvent.Kind.RENAMED, id, after.tool().name()));
        }
        return after;
    }

    /**
     * Ends listening for a tool; what was found is kept. One that is archived stays so.
     *
     * @param ifMatch the state that it must have; null if any will do
     */
    public CatalogueTool archive(String id, @Nullable String ifMatch, Admin admin) {
        Changes.Done done = changes.make(current -> {
            CatalogueTool before = known(current, id);
            require(before, ifMatch);
            refuseIfTarget(current, id, "archived");
            CatalogueChange.Builder change = CatalogueChange.on(current.version());
            if (!before.active()) {
                return change;
            }
            CatalogueTool after = before.in(ToolStatus.ARCHIVED, before.mergedInto()).changed(changes.now(), admin.name());
            return change.put(after).audit(changes.record(admin, AuditAction.ARCHIVE, before, after, Map.of()));
        });
        return done.now().listed(id).orElseThrow();
    }

    /**
     * Listens for a tool again. One that is active stays so.
     *
     * @param ifMatch the state that it must have; null if any will do
     */
    public CatalogueTool unarchive(String id, @Nullable String ifMatch, Admin admin) {
        boolean[] was = new boolean[1];
        Changes.Done done = changes.make(current -> {
            CatalogueTool before = known(current, id);
            require(before, ifMatch);
            was[0] = before.active();
            CatalogueChange.Builder change = CatalogueChange.on(current.version());
            if (before.active()) {
                return change;
            }
            refuseIfNameIsTaken(current, before);
            CatalogueTool after = before.in(ToolStatus.ACTIVE, before.mergedInto()).changed(changes.now(), admin.name());
            return change.put(after).audit(changes.record(admin, AuditAction.UNARCHIVE, before, after, Map.of()));
        });
        CatalogueTool after = done.now().listed(id).orElseThrow();
        if (!was[0]) {
            listener.accept(new ToolEvent(ToolEvent.Kind.ACTIVATED, id, after.tool().name()));
        }
        return after;
    }

    /**
     * Deletes a tool, its links and its mentions; items and their scores stay.
     *
     * @param ifMatch the state that it must have; null if any will do
     */
    public Deleted delete(String id, @Nullable String ifMatch, Admin admin) {
        CatalogueTool[] deleted = new CatalogueTool[1];
        Changes.Done done = changes.make(current -> {
            CatalogueTool before = known(current, id);
            require(before, ifMatch);
            refuseIfTarget(current, id, "deleted");
            deleted[0] = before;
            List<AliasLink> links = current.links()
                    .stream()
                    .filter(link -> link.aliasToolId().equals(id) || link.primaryToolId().equals(id))
                    .toList();
            String told = links.stream().map(link -> link.aliasToolId() + ">" + link.primaryToolId()).collect(Collectors.joining(","));
            CatalogueChange.Builder change = CatalogueChange.on(current.version())
                    .delete(id)
                    .retag(new Retag(Set.of(id), Set.of(id), Set.of()))
                    .audit(changes.record(admin, AuditAction.DELETE, before, null, Map.of(UndoAdmin.LINKS_BEFORE, told)));
            links.stream().filter(link -> link.aliasToolId().equals(id)).forEach(link -> change.takeBack(link.version()));
            return change;
        });
        return new Deleted(deleted[0], done.applied().mentions().getOrDefault(id, 0L));
    }

    static CatalogueTool known(CurrentCatalogue current, String id) {
        return current.listed(id).orElseThrow(() -> CatalogueException.unknownTool(id));
    }

    private static boolean matches(CatalogueTool tool, @Nullable String ifMatch) {
        return ifMatch == null || ifMatch.equals("*") || ifMatch.equals(ToolDocument.etag(tool));
    }

    private static void require(CatalogueTool tool, @Nullable String ifMatch) {
        if (!matches(tool, ifMatch)) {
            throw CatalogueException.outdated();
        }
    }

    private static void refuseIfNameIsTaken(CurrentCatalogue current, CatalogueTool tool) {
        current.listed()
                .stream()
                .filter(other -> other.active() && other.tool().name().equalsIgnoreCase(tool.tool().name()))
                .findFirst()
                .ifPresent(other -> {
                    throw CatalogueException.conflict("another active tool has the name " + other.tool().name() + " by now");
                });
    }

    private static void refuseIfTarget(CurrentCatalogue current, String id, String what) {
        List<String> merged = current.listed()
                .stream()
                .filter(tool -> !tool.active() && id.equals(tool.mergedInto()))
                .map(tool -> tool.tool().name())
                .toList();
        if (!merged.isEmpty()) {
            throw CatalogueException.conflict("it cannot be " + what + ": " + String.join(", ", merged) + " was merged into it");
        }
    }
}
