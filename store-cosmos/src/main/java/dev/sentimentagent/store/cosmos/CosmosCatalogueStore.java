package dev.sentimentagent.store.cosmos;

import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.Applied;
import dev.sentimentagent.model.catalogue.AuditQuery;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.CollectedSubreddit;
import dev.sentimentagent.model.catalogue.Merge;
import dev.sentimentagent.model.catalogue.Retag;
import dev.sentimentagent.model.store.CatalogueConflictException;
import dev.sentimentagent.model.store.CatalogueStore;
import dev.sentimentagent.model.store.Ranked;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The catalogue in one document, which is written after the items that a change is about. */
record CosmosCatalogueStore(Access access) implements CatalogueStore {
    /** More than one change has records, and fewer than a number holds exactly. */
    private static final long ORDINALS = 10_000;

    @Override
    public CatalogueState load() {
        return access.read("catalogue", this::state);
    }

    @Override
    public long version() {
        return load().version();
    }

    private CatalogueState state() {
        return access.records().find(Kinds.CATALOGUE, Kinds.CATALOGUE, CatalogueState.class).orElse(CatalogueState.EMPTY);
    }

    @Override
    public Applied apply(CatalogueChange change) {
        return access.write("catalogue.apply", List.of(), writing -> {
            CatalogueState before = state();
            if (before.version() != change.onVersion()) {
                throw new CatalogueConflictException(change.onVersion(), before.version());
            }
            long version = before.version() + 1;
            boolean concernsItems = !change.retags().isEmpty() || !change.takesBack().isEmpty();
            writing.head().version++;
            if (concernsItems) {
                writing.changing(version);
            }
            Retagging retagging = new Retagging(writing, version);
            change.takesBack().forEach(retagging::takeBack);
            for (Retag retag : change.retags()) {
                retagging.run(retag);
            }
            Applied applied = retagging.done();
            if (change.merge() != null) {
                Merge made = change.merge().of(applied);
                writing.put(Kinds.MERGE, made.id(), Json.object().put("target", made.targetId()).put("seq", version * ORDINALS), made);
            }
            long seq = version * ORDINALS;
            for (AuditRecord entry : change.audit()) {
                writing.put(Kinds.AUDIT, entry.id(),
                        Json.object().put("seq", seq++).put("subject", entry.subjectId()).put("action", entry.action().name())
                                .put("version", version),
                        of(entry, version));
            }
            writing.put(Kinds.CATALOGUE, Kinds.CATALOGUE, Json.object(), changed(before, change, version));
            change.takesBack().forEach(retagging::forget);
            return applied;
        });
    }

    private static CatalogueState changed(CatalogueState before, CatalogueChange change, long version) {
        Map<String, CatalogueTool> tools = new TreeMap<>();
        before.tools().forEach(tool -> tools.put(tool.id(), tool));
        Map<String, AliasLink> links = new TreeMap<>();
        before.links().forEach(link -> links.put(link.aliasToolId(), link));
        Map<String, CollectedSubreddit> subreddits = new TreeMap<>();
        before.subreddits().forEach(subreddit -> subreddits.put(SubredditName.key(subreddit.name()), subreddit));
        change.unlinks().forEach(links::remove);
        for (String gone : change.deletes()) {
            tools.remove(gone);
            links.values().removeIf(link -> link.aliasToolId().equals(gone) || link.primaryToolId().equals(gone));
        }
        for (CatalogueTool tool : change.puts()) {
            tools.put(tool.id(), new CatalogueTool(tool.tool(), tool.categories(), tool.status(), tool.description(), tool.metadata(),
                    tool.mergedInto(), tool.createdAt(), tool.createdBy(), tool.updatedAt(), tool.updatedBy(), version));
        }
        for (AliasLink link : change.links()) {
            links.put(link.aliasToolId(), new AliasLink(link.id(), link.aliasToolId(), link.primaryToolId(), link.createdAt(),
                    link.createdBy(), link.version() == 0 ? version : link.version()));
        }
        change.subreddits().forEach(subreddit -> subreddits.put(SubredditName.key(subreddit.name()), subreddit));
        return new CatalogueState(List.copyOf(tools.values()), List.copyOf(links.values()), List.copyOf(subreddits.values()), version);
    }

    private static AuditRecord of(AuditRecord entry, long version) {
        return new AuditRecord(entry.id(), entry.at(), entry.adminId(), entry.action(), entry.subjectId(), entry.subjectName(),
                entry.before(), entry.after(), entry.metadata(), entry.ipAddress(), entry.userAgent(), version);
    }

    @Override
    public Ranked<AuditRecord> audit(AuditQuery query, int offset, int limit) {
        Limits.check(limit);
        return access.read("catalogue.audit", () -> ranked(Kinds.AUDIT, select -> {
            Sought sought = new Sought(select);
            if (query.subjectId() != null) {
                sought.where("c.subject = ?", query.subjectId());
            }
            return query.action() == null ? sought : sought.where("c.action = ?", query.action().name());
        }, offset, limit, AuditRecord.class));
    }

    @Override
    public List<AuditRecord> audit(long version) {
        return access.read("catalogue.audit",
                () -> access.records().list(Kinds.AUDIT, new Sought("*").where("c.version = ?", version).orderBy("c.seq ASC"),
                        AuditRecord.class));
    }

    @Override
    public Ranked<Merge> merges(String targetId, int offset, int limit) {
        Limits.check(limit);
        return access.read("catalogue.merges",
                () -> ranked(Kinds.MERGE, select -> new Sought(select).where("c.target = ?", targetId), offset, limit, Merge.class));
    }

    /** Without OFFSET, which the server pays for as well: what is passed over is read and dropped. */
    private <T> Ranked<T> ranked(String kind, Function<String, Sought> sought, int offset, int limit, Class<T> type) {
        Sought first = sought.apply("TOP " + Math.addExact(offset, limit) + " *").orderBy("c.seq DESC");
        List<T> found = access.records().list(kind, first, type).stream().skip(offset).toList();
        return new Ranked<>(found, access.records().count(kind, sought.apply("VALUE COUNT(1)")));
    }
}
