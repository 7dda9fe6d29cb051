package dev.sentimentagent.store.memory;

import static java.util.Comparator.comparing;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.SubredditReport;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.CycleStore;
import dev.sentimentagent.model.store.StoreException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

record MemoryCycleStore(MemoryStore store) implements CycleStore {
    private static final int MAX_GAPS = 1000;

    @Override
    public void open(Cycle cycle) {
        store.write(() -> {
            if (store.data().cycles.putIfAbsent(cycle.id(), withReports(cycle, List.of())) != null) {
                throw new StoreException("open failed: there is a cycle " + cycle.id(), false, null);
            }
            return ++store.data().version;
        });
    }

    @Override
    public void close(Cycle cycle) {
        store.write(() -> {
            if (store.data().cycles.computeIfPresent(cycle.id(), (_, opened) -> withReports(cycle, opened.subreddits())) == null) {
                throw new StoreException("close failed: cycle " + cycle.id() + " was never opened", false, null);
            }
            return ++store.data().version;
        });
    }

    @Override
    public int closeInterrupted(Instant now) {
        return store.write(() -> {
            List<Cycle> left = store.data().cycles.values().stream().filter(cycle -> cycle.status() == CycleStatus.RUNNING).toList();
            left.forEach(cycle -> store.data().cycles.put(cycle.id(), new Cycle(cycle.id(), cycle.startedAt(), now, CycleStatus.INTERRUPTED,
                    cycle.subreddits(), cycle.requests(), cycle.limiterWait(), cycle.rssStartBytes(), cycle.rssEndBytes())));
            store.data().version += left.isEmpty() ? 0 : 1;
            return left.size();
        });
    }

    @Override
    public List<Cycle> recent(int limit) {
        Slices.checkLimit(limit);
        return store.call(() -> store.data().newestCycles().limit(limit).toList());
    }

    @Override
    public Optional<Instant> lastSuccess() {
        return store.call(() -> store.data()
                .newestCycles()
                .filter(MemoryCycleStore::succeeded)
                .map(Cycle::endedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder()));
    }

    @Override
    public List<Coverage> coverages() {
        return store.call(() -> List.copyOf(store.data().coverages.values()));
    }

    @Override
    public List<Gap> gaps(Window window) {
        return store.call(() -> store.data().gaps.values()
                .stream()
                .filter(gap -> gap.to().isAfter(window.start()) && gap.from().isBefore(window.end()))
                .sorted(comparing(Gap::to).thenComparing(Gap::from).reversed())
                .limit(MAX_GAPS)
                .toList());
    }

    static boolean succeeded(Cycle cycle) {
        return cycle.status() == CycleStatus.COMPLETED || cycle.status() == CycleStatus.PARTIAL;
    }

    static Cycle withReports(Cycle cycle, List<SubredditReport> reports) {
        return new Cycle(cycle.id(), cycle.startedAt(), cycle.endedAt(), cycle.status(), reports, cycle.requests(), cycle.limiterWait(),
                cycle.rssStartBytes(), cycle.rssEndBytes());
    }
}
