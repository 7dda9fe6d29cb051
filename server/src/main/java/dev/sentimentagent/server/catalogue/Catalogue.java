package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.store.CatalogueConflictException;
import dev.sentimentagent.model.store.CatalogueStore;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.sentiment.ToolCatalogue;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the catalogue that is in force. It is read when it is first asked for, and
 * again when {@link #follow} finds that the store has another. Whoever needs it for more than a moment asks once and keeps the answer: that
 * never changes. Thread-safe.
 */
public final class Catalogue {
    private static final Logger log = LoggerFactory.getLogger(Catalogue.class);

    private final CatalogueStore store;
    private final Seed seed;
    private volatile @Nullable CurrentCatalogue current;
    /** The data's version when the store was last asked for the catalogue's. */
    private volatile long lookedAt = -1;

    /**
     * The catalogue of a store.
     *
     * @param shipped what an empty store is filled from; asked for only then
     * @param subreddits of the settings: added to the store's, unless an admin has said otherwise
     */
    public Catalogue(CatalogueStore store, Supplier<ToolCatalogue> shipped, List<String> subreddits, InstantSource clock) {
        this.store = store;
        this.seed = new Seed(shipped, subreddits, clock);
    }

    /**
     * What is in force now.
     *
     * @throws StoreException if it has not been read yet, and the store fails
     */
    public CurrentCatalogue current() {
        CurrentCatalogue known = current;
        return known == null ? first() : known;
    }

    /**
     * Reads it again if the store has another one. Asks nothing before it is in use, nor while the data's version stays: each change of the
     * catalogue moves that.
     */
    public void follow(long dataVersion) {
        CurrentCatalogue known = current;
        if (known == null || dataVersion == lookedAt) {
            return;
        }
        if (store.version() != known.version()) {
            reload();
        }
        lookedAt = dataVersion;
    }

    /** Reads it again, whatever is known of it. */
    synchronized CurrentCatalogue reload() {
        CurrentCatalogue now = CurrentCatalogue.of(store.load());
        current = now;
        log.info("the catalogue has version {}: {} tools are listened for, {} subreddits collected", now.version(), now.tools().size(),
                now.subreddits().size());
        return now;
    }

    private synchronized CurrentCatalogue first() {
        CurrentCatalogue known = current;
        if (known == null) {
            known = CurrentCatalogue.of(seeded());
            current = known;
        }
        return known;
    }

    private CatalogueState seeded() {
        while (true) {
            CatalogueState state = store.load();
            var change = seed.change(state);
            if (change.isEmpty()) {
                return state;
            }
            try {
                store.apply(change.get());
            } catch (CatalogueConflictException e) {
                // Another instance was quicker.
                log.debug("the catalogue is looked at again: {}", e.getMessage());
            }
        }
    }
}
