package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.CollectedSubreddit;
import dev.sentimentagent.model.catalogue.Retag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the catalogue to what a file says, in one change. What the file does not name stays as it is: a tool that is to go is archived in it.
 */
public final class CatalogueImport {
    private final Changes changes;

    CatalogueImport(Changes changes) {
        this.changes = changes;
    }

    /**
     * What an import did.
     *
     * @param said a line for each thing that was changed
     */
    public record Result(List<String> said) {
        public Result {
            said = List.copyOf(said);
        }
    }

    /** @throws CatalogueException if the file and what it leaves alone make no catalogue */
    public Result run(CatalogueFile file, Admin admin) {
        List<String> said = new ArrayList<>();
        changes.make(current -> {
            said.clear();
            CatalogueChange.Builder change = CatalogueChange.on(current.version());
            file.tools().forEach(entry -> tool(entry, current, admin, change, said));
            Map<String, String> links = file.links() == null ? Map.of() : file.links();
            links.forEach((alias, primary) -> link(alias, primary, file, current, admin, change, said));
            file.subredditStates().forEach((name, state) -> subreddit(name, state, current, admin, change, said));
            return change;
        });
        return new Result(said);
    }

    private void tool(CatalogueFile.Entry entry, CurrentCatalogue current, Admin admin, CatalogueChange.Builder change,
            List<String> said) {
        CatalogueTool wanted = entry.tool(changes.now(), admin.name());
        Optional<CatalogueTool> known = current.listed(wanted.id());
        if (known.isEmpty()) {
            change.put(wanted).audit(changes.record(admin, AuditAction.CREATE, null, wanted, Map.of()));
            said.add("+ " + wanted.id());
            return;
        }
        CatalogueTool before = known.get();
        if (CatalogueFile.Entry.of(before).equals(CatalogueFile.Entry.of(wanted))) {
            return;
        }
        CatalogueTool after = new CatalogueTool(wanted.tool(), wanted.categories(), wanted.status(), wanted.description(),
                wanted.metadata(), wanted.mergedInto(), before.createdAt(), before.createdBy(), changes.now(), admin.name(), 0);
        change.put(after).audit(changes.record(admin, AuditAction.EDIT, before, after, Map.of()));
        String target = after.mergedInto();
        if (!after.active() && target != null && before.active()) {
            // Merged in the file: its mentions move as they would have by a merge.
            change.retag(new Retag(Set.of(after.id()), Set.of(after.id()), Set.of(target)));
        }
        said.add("~ " + after.id());
    }

    private void link(String alias, String primary, CatalogueFile file, CurrentCatalogue current, Admin admin,
            CatalogueChange.Builder change, List<String> said) {
        boolean there = current.links().stream().anyMatch(link -> link.aliasToolId().equals(alias) && link.primaryToolId().equals(primary));
        if (there) {
            return;
        }
        for (String id : List.of(alias, primary)) {
            if (current.listed(id).isEmpty() && file.tools().stream().noneMatch(entry -> id.equals(entry.id()))) {
                throw CatalogueException.invalid("the link of '" + alias + "': there is no tool '" + id + "'");
            }
        }
        if (alias.equals(primary) || Listening.primaries(current, primary).contains(alias)) {
            throw CatalogueException.invalid("the link of '" + alias + "' would be a circle");
        }
        change.link(new AliasLink(changes.newId(), alias, primary, changes.now(), admin.name(), AliasLink.NO_VERSION))
                .retag(new Retag(Set.of(alias), Set.of(), Set.of(primary)));
        current.listed(alias).ifPresent(tool -> change.audit(changes.record(admin, AuditAction.LINK, tool, tool,
                Map.of(UndoAdmin.LINKS_AFTER, alias + ">" + primary))));
        said.add("~ " + alias + " counts for " + primary);
    }

    private void subreddit(String name, CollectedSubreddit.State state, CurrentCatalogue current, Admin admin,
            CatalogueChange.Builder change, List<String> said) {
        Optional<CollectedSubreddit> known = current.allSubreddits()
                .stream()
                .filter(subreddit -> SubredditName.same(subreddit.name(), name))
                .findFirst();
        if (known.isPresent() && known.get().state() == state) {
            return;
        }
        if (!SubredditName.isValid(name)) {
            throw CatalogueException.invalid("'" + name + "' is not the name of a subreddit");
        }
        change.put(known.map(subreddit -> subreddit.in(state, changes.now(), admin.name()))
                .orElse(new CollectedSubreddit(name, state, changes.now(), admin.name(), changes.now(), admin.name())));
        change.audit(new AuditRecord(changes.newId(), changes.now(), admin.name(), AuditAction.SUBREDDIT, "r/" + name, "r/" + name, null,
                null, Documents.write(Map.of("change", known.isPresent() ? "changed" : "added", "after", state.name())), admin.ipAddress(),
                admin.userAgent(), 0));
        said.add((known.isPresent() ? "~ r/" : "+ r/") + name);
    }
}
