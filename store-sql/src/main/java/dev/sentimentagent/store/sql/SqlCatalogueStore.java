package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.catalogue.Applied;
import dev.sentimentagent.model.catalogue.AuditQuery;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.catalogue.Merge;
import dev.sentimentagent.model.store.CatalogueStore;
import dev.sentimentagent.model.store.Ranked;
import java.util.List;

record SqlCatalogueStore(Access calls) implements CatalogueStore {
    @Override
    public CatalogueState load() {
        return calls.read(new SelectCatalogue());
    }

    @Override
    public long version() {
        return calls.read(CatalogueVersion::current);
    }

    @Override
    public Applied apply(CatalogueChange change) {
        return calls.write(new ChangeCatalogue(change));
    }

    @Override
    public Ranked<AuditRecord> audit(AuditQuery query, int offset, int limit) {
        return calls.read(new SelectAudit(query, offset, limit));
    }

    @Override
    public List<AuditRecord> audit(long version) {
        return calls.read(new SelectAuditOf(version));
    }

    @Override
    public Ranked<Merge> merges(String targetId, int offset, int limit) {
        return calls.read(new SelectMerges(targetId, offset, limit));
    }
}
