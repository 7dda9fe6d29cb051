package dev.sentimentagent.model.store;

import dev.sentimentagent.model.catalogue.Applied;
import dev.sentimentagent.model.catalogue.AuditQuery;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.catalogue.Merge;
import java.util.List;

/** The catalogue of tools and subreddits, and what was done to it. Thread-safe; every method throws {@link StoreException}. */
public interface CatalogueStore {
    /** All of it, as it was at one moment. */
    CatalogueState load();

    /** Its version alone: for those who want to know whether it has changed. */
    long version();

    /**
     * Makes a change in one transaction: of the catalogue, of the items that it is about and their rollups, and its record. The data has a
     * new version then.
     *
     * <p>Tallies of days whose items have expired stay under the tools that the items spoke of.
     *
     * @throws CatalogueConflictException if the catalogue has changed since {@link CatalogueChange#onVersion}; nothing is written then
     */
    Applied apply(CatalogueChange change);

    /**
     * The records of changes, newest first.
     *
     * @param offset how many to leave out, at least 0
     * @param limit 1 to 1000
     */
    Ranked<AuditRecord> audit(AuditQuery query, int offset, int limit);

    /** The records of the change that made this version; empty if there are none. */
    List<AuditRecord> audit(long version);

    /**
     * The merges into a tool, newest first.
     *
     * @param offset how many to leave out, at least 0
     * @param limit 1 to 1000
     */
    Ranked<Merge> merges(String targetId, int offset, int limit);
}
