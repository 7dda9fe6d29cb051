package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.catalogue.AuditQuery;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.Retag;
import dev.sentimentagent.model.store.CatalogueStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a change back: tools are as they were before it, and so are the items that it changed, but for those that something else has changed since.
 * An undoing is a change like others and can be undone. Thread-safe.
 */
public final class UndoAdmin {
    /** In the metadata of a record: links that the change took away, {@code alias>primary}, separated by commas. */
    static final String LINKS_BEFORE = "links_before";
    /** Likewise those that it made. */
    static final String LINKS_AFTER = "links_after";
    static final String OF = "undoes";

    private final Changes changes;
    private final CatalogueStore store;
    private final Consumer<ToolEvent> listener;

    UndoAdmin(Changes changes, CatalogueStore store, Consumer<ToolEvent> listener) {
        this.changes = changes;
        this.store = store;
        this.listener = listener;
    }

    /**
     * Takes back the change of a record, and with it all that was changed at the same time.
     *
     * @return the tools that are there again or as they were
     * @throws CatalogueException if there is no such record, or what it is about has been changed since
     */
    public List<CatalogueTool> undo(String recordId, Admin admin) {
        List<AuditRecord> records = store.audit(versionOf(recordId));
        List<ToolEvent> events = new ArrayList<>();
        List<String> touched = new ArrayList<>();
        Changes.Done done = changes.make(current -> {
            events.clear();
            touched.clear();
            long version = records.getFirst().version();
            CatalogueChange.Builder change = CatalogueChange.on(current.version()).takeBack(version);
            for (AuditRecord record : records) {
                if (record.action() == AuditAction.SUBREDDIT) {
                    throw CatalogueException.refused("a subreddit is paused or resumed anew instead");
                }
                restore(record, current, admin, change, events);
                links(record, current, admin, change);
                touched.add(record.subjectId());
            }
            return change;
        });
        events.forEach(listener);
        return touched.stream().distinct().map(done.now()::listed).flatMap(Optional::stream).toList();
    }

    private void restore(AuditRecord record, CurrentCatalogue current, Admin admin, CatalogueChange.Builder change,
            List<ToolEvent> events) {
        CatalogueTool before = Documents.tool(record.before()).map(ToolDocument::tool).orElse(null);
        CatalogueTool after = Documents.tool(record.after()).map(ToolDocument::tool).orElse(null);
        CatalogueTool now = current.listed(record.subjectId()).orElse(null);
        if (!alike(after, now)) {
            throw CatalogueException.conflict(record.subjectName() + " has been changed since: undo that first");
        }
        if (before == null) {
            change.delete(record.subjectId());
            change.retag(new Retag(Set.of(record.subjectId()), Set.of(record.subjectId()), Set.of()));
        } else {
            CatalogueTool restored = before.changed(changes.now(), admin.name());
            change.put(restored);
            if (restored.active() && (now == null || !now.active())) {
                events.add(new ToolEvent(ToolEvent.Kind.ACTIVATED, restored.id(), restored.tool().name()));
            }
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(OF, record.id());
        metadata.put("undone_action", record.action().label());
        Map<String, String> told = Documents.metadata(record.metadata());
        metadata.put(LINKS_BEFORE, told.getOrDefault(LINKS_AFTER, ""));
        metadata.put(LINKS_AFTER, told.getOrDefault(LINKS_BEFORE, ""));
        change.audit(changes.record(admin, AuditAction.UNDO, now, before, metadata));
    }

    private void links(AuditRecord record, CurrentCatalogue current, Admin admin, CatalogueChange.Builder change) {
        Map<String, String> told = Documents.metadata(record.metadata());
        List<Pair> made = pairs(told.getOrDefault(LINKS_AFTER, ""));
        for (Pair pair : made) {
            if (current.links().stream().noneMatch(pair::is)) {
                throw CatalogueException.conflict("the link of " + pair.alias + " has been changed since: undo that first");
            }
            change.unlink(pair.alias);
        }
        List<Pair> taken = pairs(told.getOrDefault(LINKS_BEFORE, ""));
        for (Pair pair : taken) {
            boolean alone = made.isEmpty() && record.action() == AuditAction.UNLINK;
            // Only if the items that are given back now are those of this link alone can it be taken away again as exactly.
            change.link(new AliasLink(changes.newId(), pair.alias, pair.primary, changes.now(), admin.name(),
                    alone ? 0 : AliasLink.NO_VERSION));
        }
    }

    private long versionOf(String recordId) {
        for (int offset = 0;; offset += 1000) {
            var page = store.audit(AuditQuery.ALL, offset, 1000);
            Optional<AuditRecord> found = page.items().stream().filter(record -> record.id().equals(recordId)).findFirst();
            if (found.isPresent()) {
                return found.get().version();
            }
            if (offset + page.items().size() >= page.total()) {
                throw new CatalogueException(CatalogueException.Problem.UNKNOWN, "there is no record " + recordId);
            }
        }
    }

    private static boolean alike(@Nullable CatalogueTool one, @Nullable CatalogueTool other) {
        return Optional.ofNullable(one).map(UndoAdmin::comparable).equals(Optional.ofNullable(other).map(UndoAdmin::comparable));
    }

    /** Without what changes with every change. */
    private static CatalogueTool comparable(CatalogueTool tool) {
        return new CatalogueTool(tool.tool(), tool.categories(), tool.status(), tool.description(), tool.metadata(), tool.mergedInto(),
                tool.createdAt(), tool.createdBy(), tool.createdAt(), tool.createdBy(), 0);
    }

    private static List<Pair> pairs(String told) {
        return Arrays.stream(told.split(",")).filter(pair -> pair.contains(">")).map(pair -> new Pair(pair.substring(0, pair.indexOf('>')),
                pair.substring(pair.indexOf('>') + 1))).toList();
    }

    private record Pair(String alias, String primary) {
        boolean is(AliasLink link) {
            return link.aliasToolId().equals(alias) && link.primaryToolId().equals(primary);
        }
    }
}
