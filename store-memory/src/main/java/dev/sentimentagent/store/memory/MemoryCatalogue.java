package dev.sentimentagent.store.memory;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.Applied;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.CollectedSubreddit;
import dev.sentimentagent.model.catalogue.Merge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a store holds of the catalogue. Guarded by the monitor of {@link MemoryData}. */
final class MemoryCatalogue {
    /** Which tools an item had before a change and after it. */
    record Retagged(String fullname, Mentions before, Mentions after) {
        @SuppressWarnings("ArgumentSelectionDefectChecker") // the other way round is what it is for
        Retagged back() {
            return new Retagged(fullname, after, before);
        }
    }

    final Map<String, CatalogueTool> tools = new TreeMap<>();
    final Map<String, AliasLink> links = new TreeMap<>();
    final Map<String, CollectedSubreddit> subreddits = new TreeMap<>();
    final List<AuditRecord> audit = new ArrayList<>();
    final List<Merge> merges = new ArrayList<>();
    /** By version, what each of its steps changed. */
    final Map<Long, List<List<Retagged>>> retagged = new HashMap<>();
    long version;

    CatalogueState state() {
        return new CatalogueState(List.copyOf(tools.values()), List.copyOf(links.values()), List.copyOf(subreddits.values()), version);
    }

    void put(CatalogueTool tool) {
        tools.put(tool.id(), new CatalogueTool(tool.tool(), tool.categories(), tool.status(), tool.description(), tool.metadata(),
                tool.mergedInto(), tool.createdAt(), tool.createdBy(), tool.updatedAt(), tool.updatedBy(), version));
    }

    void delete(String toolId) {
        tools.remove(toolId);
        links.values().removeIf(link -> link.aliasToolId().equals(toolId) || link.primaryToolId().equals(toolId));
    }

    void link(AliasLink link) {
        links.put(link.aliasToolId(),
                new AliasLink(link.id(), link.aliasToolId(), link.primaryToolId(), link.createdAt(), link.createdBy(),
                        link.version() == 0 ? version : link.version()));
    }

    void add(Merge merge, Applied applied) {
        merges.add(merge.of(applied));
    }

    void add(AuditRecord entry) {
        audit.add(new AuditRecord(entry.id(), entry.at(), entry.adminId(), entry.action(), entry.subjectId(), entry.subjectName(),
                entry.before(), entry.after(), entry.metadata(), entry.ipAddress(), entry.userAgent(), version));
    }
}
