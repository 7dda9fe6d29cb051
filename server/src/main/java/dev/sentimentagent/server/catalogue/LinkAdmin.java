package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.Retag;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Links tools: what speaks of the alias speaks of the primary too, once. Stored items get the primary when the link is made, and lose it again when
 * it goes, as far as nothing else has changed them since. Thread-safe; every method throws {@link CatalogueException} if it refuses.
 */
public final class LinkAdmin {
    private final Changes changes;
    private final Consumer<ToolEvent> listener;

    LinkAdmin(Changes changes, Consumer<ToolEvent> listener) {
        this.changes = changes;
        this.listener = listener;
    }

    /** Links a tool with a primary; takes the place of a link that it has. */
    public AliasLink link(String aliasId, String primaryId, Admin admin) {
        Changes.Done done = changes.make(current -> {
            CatalogueTool alias = ToolAdmin.known(current, aliasId);
            ToolAdmin.known(current, primaryId);
            if (aliasId.equals(primaryId)) {
                throw CatalogueException.refused("a tool cannot be an alias of itself");
            }
            Set<String> primaries = Listening.primaries(current, primaryId);
            if (primaries.contains(aliasId)) {
                throw CatalogueException.refused("that would be a circle: " + primaryId + " counts for " + aliasId + " already");
            }
            Optional<AliasLink> before = find(current, aliasId);
            CatalogueChange.Builder change = CatalogueChange.on(current.version());
            before.ifPresent(link -> change.takeBack(link.version()));
            return change
                    .link(new AliasLink(changes.newId(), aliasId, primaryId, changes.now(), admin.name(), 0))
                    .retag(new Retag(Set.of(aliasId), Set.of(), primaries))
                    .audit(changes.record(admin, AuditAction.LINK, alias, alias,
                            Map.of(UndoAdmin.LINKS_BEFORE, before.map(LinkAdmin::told).orElse(""), UndoAdmin.LINKS_AFTER,
                                    aliasId + ">" + primaryId)));
        });
        return find(done.now(), aliasId).orElseThrow();
    }

    /** Takes the link of a tool away. */
    public void unlink(String aliasId, Admin admin) {
        Changes.Done done = changes.make(current -> {
            CatalogueTool alias = ToolAdmin.known(current, aliasId);
            AliasLink link = find(current, aliasId).orElseThrow(
                    () -> new CatalogueException(CatalogueException.Problem.UNKNOWN, "the tool " + aliasId + " is no alias of another"));
            return CatalogueChange.on(current.version())
                    .unlink(aliasId)
                    .takeBack(link.version())
                    .audit(changes.record(admin, AuditAction.UNLINK, alias, alias, Map.of(UndoAdmin.LINKS_BEFORE, told(link))));
        });
        // What came in while the link stood has both: told apart by another look at it.
        listener.accept(new ToolEvent(ToolEvent.Kind.RENAMED, aliasId, ToolAdmin.known(done.now(), aliasId).tool().name()));
    }

    private static Optional<AliasLink> find(CurrentCatalogue current, String aliasId) {
        return current.links().stream().filter(link -> link.aliasToolId().equals(aliasId)).findFirst();
    }

    private static String told(AliasLink link) {
        return link.aliasToolId() + ">" + link.primaryToolId();
    }
}
