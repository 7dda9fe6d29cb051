package dev.sentimentagent.store.memory;

import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.catalogue.Applied;
import dev.sentimentagent.model.catalogue.AuditQuery;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.catalogue.Merge;
import dev.sentimentagent.model.catalogue.Retag;
import dev.sentimentagent.model.store.CatalogueConflictException;
import dev.sentimentagent.model.store.CatalogueStore;
import dev.sentimentagent.model.store.Ranked;
import java.util.List;
import java.util.stream.Stream;

record MemoryCatalogueStore(MemoryStore store) implements CatalogueStore {
    @Override
    public CatalogueState load() {
        return store.call(() -> store.data().catalogue.state());
    }

    @Override
    public long version() {
        return store.call(() -> store.data().catalogue.version);
    }

    @Override
    public Applied apply(CatalogueChange change) {
        return store.write(() -> {
            MemoryCatalogue catalogue = store.data().catalogue;
            if (catalogue.version != change.onVersion()) {
                throw new CatalogueConflictException(change.onVersion(), catalogue.version);
            }
            catalogue.version++;
            change.unlinks().forEach(catalogue.links::remove);
            change.deletes().forEach(catalogue::delete);
            change.puts().forEach(catalogue::put);
            change.links().forEach(catalogue::link);
            change.subreddits().forEach(name -> catalogue.subreddits.put(SubredditName.key(name.name()), name));
            store.data().version++;
            Retagging retagging = new Retagging(store.data(), catalogue.version);
            change.takesBack().forEach(retagging::takeBack);
            for (Retag retag : change.retags()) {
                retagging.run(retag);
            }
            Applied applied = retagging.done();
            if (change.merge() != null) {
                catalogue.add(change.merge(), applied);
            }
            change.audit().forEach(catalogue::add);
            return applied;
        });
    }

    @Override
    public Ranked<AuditRecord> audit(AuditQuery query, int offset, int limit) {
        Slices.checkLimit(limit);
        return store.call(() -> ranked(store.data().catalogue.audit.reversed().stream()
                .filter(entry -> query.subjectId() == null || query.subjectId().equals(entry.subjectId()))
                .filter(entry -> query.action() == null || query.action() == entry.action()), offset, limit));
    }

    @Override
    public List<AuditRecord> audit(long version) {
        return store.call(() -> store.data().catalogue.audit.stream().filter(entry -> entry.version() == version).toList());
    }

    @Override
    public Ranked<Merge> merges(String targetId, int offset, int limit) {
        Slices.checkLimit(limit);
        return store.call(() -> ranked(
                store.data().catalogue.merges.reversed().stream().filter(merge -> merge.targetId().equals(targetId)), offset, limit));
    }

    private static <T> Ranked<T> ranked(Stream<T> all, int offset, int limit) {
        List<T> list = all.toList();
        return new Ranked<>(list.stream().skip(offset).limit(limit).toList(), list.size());
    }
}
