package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.catalogue.AuditQuery;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.Merge;
import dev.sentimentagent.model.store.CatalogueStore;
import dev.sentimentagent.model.store.Ranked;
import dev.sentimentagent.model.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Changes the catalogue on behalf of an admin: checks first, writes whole or not at all, and records who did what. What is changed is in force
 * when a method returns; a cycle that runs goes on with what it began with. Thread-safe.
 */
public final class CatalogueAdmin {
    private final Catalogue catalogue;
    private final CatalogueStore store;
    private final Changes changes;
    private final ToolAdmin tools;
    private final LinkAdmin links;
    private final MergeAdmin merges;
    private final UndoAdmin undo;
    private final SubredditAdmin subreddits;
    private final CatalogueImport files;
    private final Preview preview;
    private final List<Consumer<ToolEvent>> listeners = new CopyOnWriteArrayList<>();

    /** @param committed takes the version of the data after each change */
    public CatalogueAdmin(Catalogue catalogue, Store store, LongConsumer committed, InstantSource clock) {
        this.catalogue = catalogue;
        this.store = store.catalogue();
        this.preview = new Preview(catalogue, store.items(), clock);
        this.changes = new Changes(catalogue, store.catalogue(), committed, clock, UUID::randomUUID);
        this.tools = new ToolAdmin(changes, preview, this::tell);
        this.links = new LinkAdmin(changes, this::tell);
        this.merges = new MergeAdmin(changes);
        this.undo = new UndoAdmin(changes, store.catalogue(), this::tell);
        this.subreddits = new SubredditAdmin(changes);
        this.files = new CatalogueImport(changes);
    }

    /** Is told of each event after its change, on the thread that made it. */
    public void onTool(Consumer<ToolEvent> listener) {
        listeners.add(listener);
    }

    /** What is in force. */
    public CurrentCatalogue current() {
        return catalogue.current();
    }

    public ToolAdmin tools() {
        return tools;
    }

    public LinkAdmin links() {
        return links;
    }

    public MergeAdmin merges() {
        return merges;
    }

    public SubredditAdmin subreddits() {
        return subreddits;
    }

    public CatalogueImport files() {
        return files;
    }

    public UndoAdmin undo() {
        return undo;
    }

    public Preview preview() {
        return preview;
    }

    /** What was done, newest first. */
    public Ranked<AuditRecord> audit(AuditQuery query, int offset, int limit) {
        return store.audit(query, offset, limit);
    }

    /** How many changes of a kind this process has made. */
    public long made(AuditAction action) {
        return changes.made(action);
    }

    /** What was merged into a tool, newest first. */
    public Ranked<Merge> merges(String targetId, int offset, int limit) {
        return store.merges(targetId, offset, limit);
    }

    private void tell(ToolEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }
}
