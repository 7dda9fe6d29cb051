package dev.sentimentagent.store.cosmos;

import static java.util.Comparator.comparing;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.CycleStore;
import dev.sentimentagent.model.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

record CosmosCycleStore(Access access) implements CycleStore {
    private static final int MAX_GAPS = 1000;

    @Override
    public void open(Cycle cycle) {
        access.write("cycle.open", writing -> {
            if (access.records().documents().read(Kinds.CYCLE, Keys.id(cycle.id())).isPresent()) {
                throw new StoreException("open failed: there is a cycle " + cycle.id(), false, null);
            }
            Cycle opened = CycleDocuments.with(cycle, List.of());
            writing.put(Kinds.CYCLE, cycle.id(), CycleDocuments.columns(opened), opened);
            return ++writing.head().version;
        });
    }

    @Override
    public void close(Cycle cycle) {
        access.write("cycle.close", writing -> {
            CycleDocuments.update(writing, cycle.id(), opened -> CycleDocuments.with(cycle, opened.subreddits()));
            return ++writing.head().version;
        });
    }

    @Override
    public int closeInterrupted(Instant now) {
        return access.write("cycle.closeInterrupted", writing -> {
            List<Cycle> left = access.records()
                    .list(Kinds.CYCLE, new Sought("*").where("c.status = ?", CycleStatus.RUNNING.name()), Cycle.class);
            for (Cycle cycle : left) {
                CycleDocuments.update(writing, cycle.id(), was -> new Cycle(was.id(), was.startedAt(), now, CycleStatus.INTERRUPTED,
                        was.subreddits(), was.requests(), was.limiterWait(), was.rssStartBytes(), was.rssEndBytes()));
            }
            writing.head().version += left.isEmpty() ? 0 : 1;
            return left.size();
        });
    }

    @Override
    public List<Cycle> recent(int limit) {
        Limits.check(limit);
        return access.read("cycle.recent", () -> newest(limit));
    }

    List<Cycle> newest(int limit) {
        return access.records()
                .list(Kinds.CYCLE, new Sought("TOP " + limit + " *").orderBy("c.started DESC"), Cycle.class)
                .stream()
                .sorted(comparing(Cycle::startedAt).thenComparing(Cycle::id).reversed())
                .toList();
    }

    @Override
    public Optional<Instant> lastSuccess() {
        return access.read("cycle.lastSuccess", () -> access.records()
                .list(Kinds.CYCLE, new Sought("TOP 1 *").where("IS_NUMBER(c.succeeded)").orderBy("c.succeeded DESC"), Cycle.class)
                .stream()
                .map(Cycle::endedAt)
                .filter(Objects::nonNull)
                .findFirst());
    }

    @Override
    public List<Coverage> coverages() {
        return access.read("cycle.coverages", () -> access.records().list(Kinds.COVERAGE, Coverage.class));
    }

    @Override
    public List<Gap> gaps(Window window) {
        return access.read("cycle.gaps", () -> access.records()
                .list(Kinds.GAP, new Sought("*").where("c.until >= ?", Times.millisFrom(window.start()) - 1), Gap.class)
                .stream()
                .filter(gap -> gap.to().isAfter(window.start()) && gap.from().isBefore(window.end()))
                .sorted(comparing(Gap::to).thenComparing(Gap::from).reversed())
                .limit(MAX_GAPS)
                .toList());
    }
}
