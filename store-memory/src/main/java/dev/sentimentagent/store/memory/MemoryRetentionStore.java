package dev.sentimentagent.store.memory;

import static java.util.Comparator.comparing;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Expiry;
import dev.sentimentagent.model.store.RetentionStore;
import dev.sentimentagent.model.store.sighting.RollupDeltas;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

record MemoryRetentionStore(MemoryStore store) implements RetentionStore {
    @Override
    public Expiry expire(Instant before, int limit) {
        checkLimit(limit);
        return store.write(() -> expire(store.data(), before, limit));
    }

    private static Expiry expire(MemoryData data, Instant before, int limit) {
        data.horizon = before.isAfter(data.horizon) ? before : data.horizon;
        List<ScoredItem> old = old(data, before).limit(limit).toList();
        RollupDeltas expired = new RollupDeltas();
        old.forEach(scored -> {
            expired.add(scored);
            data.items.remove(scored.item().fullname());
        });
        data.version += old.isEmpty() ? 0 : 1;
        List<Rollup> hours = data.add(data.hours, expired.negated());
        List<Rollup> days = data.add(data.days, expired.byDay());
        Optional<Instant> oldest = old(data, before).findFirst().map(scored -> scored.item().createdUtc());
        Instant empty = oldest.orElse(before).truncatedTo(ChronoUnit.HOURS);
        data.hours.entrySet().removeIf(hour -> hour.getKey().hour().isBefore(empty) && hour.getValue().tally().equals(Tally.ZERO));
        return new Expiry(old.size(), hours, days, oldest.isPresent(), data.version);
    }

    private static Stream<ScoredItem> old(MemoryData data, Instant before) {
        return data.all()
                .filter(scored -> scored.item().createdUtc().isBefore(before))
                .sorted(comparing(ScoredItem::item, comparing(Item::createdUtc)));
    }

    @Override
    public int expireRecords(Instant before, int limit) {
        checkLimit(limit);
        return store.write(() -> {
            MemoryData data = store.data();
            Optional<Cycle> success = data.newestCycles().filter(MemoryCycleStore::succeeded).findFirst();
            List<Cycle> cycles = data.newestCycles()
                    .skip(CYCLES_KEPT)
                    .filter(cycle -> cycle.startedAt().isBefore(before) && cycle.status() != CycleStatus.RUNNING
                            && !success.equals(Optional.of(cycle)))
                    .sorted(comparing(Cycle::startedAt))
                    .limit(limit)
                    .toList();
            cycles.forEach(cycle -> data.cycles.remove(cycle.id()));
            List<MemoryData.GapKey> gaps = data.gaps.keySet()
                    .stream()
                    .filter(gap -> !gap.to().isAfter(before))
                    .sorted(comparing(MemoryData.GapKey::to))
                    .limit(limit - cycles.size())
                    .toList();
            gaps.forEach(data.gaps::remove);
            int deleted = cycles.size() + gaps.size();
            data.version += deleted > 0 ? 1 : 0;
            return deleted;
        });
    }

    @Override
    public Instant horizon() {
        return store.call(() -> store.data().horizon);
    }

    @Override
    public List<Rollup> archived(Window days) {
        return store.call(() -> MemoryStatisticsStore.list(store.data().days,
                (Map.Entry<Rollup.Key, MemoryData.Versioned> day) -> days.contains(day.getKey().hour())));
    }

    private static void checkLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is at least 1, not " + limit);
        }
    }
}
