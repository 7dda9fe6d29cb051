package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.Merge;
import dev.sentimentagent.model.catalogue.Retag;
import dev.sentimentagent.model.catalogue.ToolStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Merges tools into another: in one transaction every stored item that spoke of a source speaks of the target, once; the sources are archived and
 * answer as the target, and their names mean it from then on. Which items had what before is kept, so that it can be undone exactly; to match all
 * items anew would also find them, but in minutes instead of seconds, and not as they were if a text has been lost since. Thread-safe.
 */
public final class MergeAdmin {
    private static final int MOST_SOURCES = 10;
    private static final int MOST_NOTES = 2000;

    private final Changes changes;

    MergeAdmin(Changes changes) {
        this.changes = changes;
    }

    /** What is to be merged into what. */
    public record Order(String targetId, List<String> sourceIds, List<String> categories, String vendor, String notes) {
        public Order {
            sourceIds = List.copyOf(sourceIds);
            categories = List.copyOf(categories);
        }
    }

    /** Something that whoever asked for it may not have meant. */
    public record Warning(String type, String message, Map<String, String> details) {}

    /** What came of it. */
    public record Merged(Merge merge, CatalogueTool target, List<CatalogueTool> sources, List<Warning> warnings) {}

    /** @throws CatalogueException if it refuses */
    public Merged merge(Order order, Admin admin) {
        check(order);
        Merge[] made = new Merge[1];
        List<Warning> warnings = new ArrayList<>();
        Changes.Done done = changes.make(current -> {
            CatalogueTool before = ToolAdmin.known(current, order.targetId);
            List<CatalogueTool> sources = order.sourceIds.stream().map(id -> ToolAdmin.known(current, id)).toList();
            Stream.concat(Stream.of(before), sources.stream()).forEach(MergeAdmin::requireMergeable);
            Tool tool = before.tool();
            CatalogueTool target = before
                    .with(new Tool(tool.id(), tool.name(), order.vendor.strip(), tool.category(), tool.aliases(), tool.ambiguousAliases(),
                            tool.tellingWords(), tool.homeSubreddits(), tool.exclusions()))
                    .described(Categories.checked(order.categories), before.description(), before.metadata())
                    .changed(changes.now(), admin.name());
            Set<String> ids = Set.copyOf(order.sourceIds);
            Set<String> gained = new HashSet<>(Listening.primaries(current, target.id()));
            gained.removeAll(ids);
            made[0] = Merge.of(changes.newId(), before, target, sources, changes.now(), admin.name(), order.notes);
            warnings.clear();
            sources.forEach(source -> warn(source, target, warnings));
            CatalogueChange.Builder change = CatalogueChange.on(current.version())
                    .put(target)
                    .retag(new Retag(ids, ids, gained))
                    .merge(made[0])
                    .audit(changes.record(admin, AuditAction.MERGE, before, target,
                            Map.of("merge_id", made[0].id(), "source_tool_ids", String.join(",", order.sourceIds), "notes", order.notes)));
            for (CatalogueTool source : sources) {
                CatalogueTool archived = source.in(ToolStatus.ARCHIVED, target.id()).changed(changes.now(), admin.name());
                change.put(archived).audit(changes.record(admin, AuditAction.ARCHIVE, source, archived,
                        Map.of("merge_id", made[0].id(), "merged_into", target.id())));
            }
            return change;
        });
        return new Merged(made[0].of(done.applied()), ToolAdmin.known(done.now(), order.targetId),
                order.sourceIds.stream().map(id -> ToolAdmin.known(done.now(), id)).toList(), List.copyOf(warnings));
    }

    private static void check(Order order) {
        if (order.sourceIds.isEmpty()) {
            throw CatalogueException.invalid("source_tool_ids must name at least one tool");
        }
        if (order.sourceIds.size() > MOST_SOURCES) {
            throw CatalogueException.refused("at most " + MOST_SOURCES + " tools can be merged at a time");
        }
        if (Set.copyOf(order.sourceIds).size() < order.sourceIds.size()) {
            throw CatalogueException.invalid("source_tool_ids must not name a tool twice");
        }
        if (order.sourceIds.contains(order.targetId)) {
            throw CatalogueException.invalid("the target must not be among the sources");
        }
        if (order.vendor.isBlank() || order.vendor.length() > 100) {
            throw CatalogueException.invalid("final_vendor must have 1 to 100 characters");
        }
        if (order.notes.length() > MOST_NOTES) {
            throw CatalogueException.invalid("notes must have at most " + MOST_NOTES + " characters");
        }
        Categories.checked(order.categories);
    }

    private static void requireMergeable(CatalogueTool tool) {
        if (!tool.active()) {
            throw CatalogueException.conflict("the tool " + tool.id() + " is not active");
        }
        if (tool.mergedInto() != null) {
            throw CatalogueException.conflict("the tool " + tool.id() + " was merged into " + tool.mergedInto() + " before");
        }
    }

    private static void warn(CatalogueTool source, CatalogueTool target, List<Warning> warnings) {
        String vendor = target.tool().vendor();
        if (!source.tool().vendor().equalsIgnoreCase(vendor)) {
            warnings.add(new Warning("vendor_mismatch",
                    source.tool().name() + " is by " + source.tool().vendor() + ", not by " + vendor,
                    Map.of("tool_id", source.id(), "vendor", source.tool().vendor(), "final_vendor", vendor)));
        }
    }
}
