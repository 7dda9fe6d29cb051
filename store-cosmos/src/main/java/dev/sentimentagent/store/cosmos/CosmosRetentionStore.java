package dev.sentimentagent.store.cosmos;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Expiry;
import dev.sentimentagent.model.store.RetentionStore;
import dev.sentimentagent.model.store.sighting.ItemCounts;
import dev.sentimentagent.model.store.sighting.ItemCounts.Sort;
import dev.sentimentagent.model.store.sighting.RollupDeltas;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By deletion, not by the time to live of documents: what expires must leave its hour and enter its day in the same transaction. */
record CosmosRetentionStore(Access access) implements RetentionStore {
    @Override
    public Expiry expire(Instant before, int limit) {
        Limits.checkPositive(limit);
        return access.write("expire", writing -> expire(writing, before, limit));
    }

    private static Expiry expire(Writing writing, Instant before, int limit) {
        Head head = writing.head();
        head.horizon = before.isAfter(head.horizon) ? before : head.horizon;
        Map<String, List<ScoredItem>> byPartition = new LinkedHashMap<>();
        RollupDeltas all = new RollupDeltas();
        int deleted = 0;
        for (JsonNode json : writing.items().query(old("TOP " + limit + " *", before))) {
            ScoredItem scored = ItemDocument.scored(json);
            all.add(scored);
            byPartition.computeIfAbsent(json.get("pk").asText(), _ -> new ArrayList<>()).add(scored);
            deleted++;
        }
        long version = deleted == 0 ? head.version : head.version + 1;
        head.rollups += writing.days().added(all.list(), day -> day.hours);
        head.rollupDays += writing.days().added(all.byDay(), day -> day.archived);
        writing.touch(byPartition.keySet());
        for (List<ScoredItem> ofDay : byPartition.values()) {
            for (int from = 0; from < ofDay.size(); from += Writing.MOST_OPERATIONS) {
                delete(writing, ofDay.subList(from, Math.min(ofDay.size(), from + Writing.MOST_OPERATIONS)), version);
            }
        }
        head.version = version;
        List<Rollup> hours = all.negated().stream().map(delta -> writing.days().hour(delta.key())).toList();
        List<Rollup> days = all.byDay().stream().map(delta -> writing.days().archived(delta.key())).toList();
        Optional<Instant> oldest = writing.items().query(old("TOP 1 c.created_utc", before)).stream().findFirst()
                .map(ItemDocument::created);
        drop(writing, CosmosStatisticsStore.hour(oldest.orElse(before)));
        return new Expiry(deleted, hours, days, oldest.isPresent(), version);
    }

    private static Sought old(String select, Instant before) {
        return Sought.of(select, Kinds.ITEM).where("c.created_utc < ?", Times.secondsFrom(before)).orderBy("c.created_utc ASC");
    }

    /** Items of one partition go, and their tallies from the hours into the day. */
    private static void delete(Writing writing, List<ScoredItem> part, long version) {
        RollupDeltas deltas = new RollupDeltas();
        ItemCounts counts = new ItemCounts();
        for (ScoredItem scored : part) {
            deltas.add(scored);
            counts.add(scored.item().kind(), Sort.of(scored), -1);
        }
        Item item = part.getFirst().item();
        Day day = writing.days().of(item.subreddit(), Keys.date(item.createdUtc()));
        day.add(deltas.negated(), version);
        day.archive(deltas.byDay(), version);
        day.add(counts);
        writing.commit(day, List.of(), part.stream().map(scored -> Keys.id(scored.item().fullname())).toList());
        writing.head().add(item.subreddit(), counts);
    }

    /** Lets go of empty hours before the first one that has items, of all subreddits. */
    private static void drop(Writing writing, Instant empty) {
        Head head = writing.head();
        if (head.first == null || !head.first.isBefore(empty)) {
            return;
        }
        Sought sought = Sought.of("c.day, c.subreddit", Kinds.DAY).where("c.first < ?", empty.getEpochSecond());
        List<Rollup.Key> dropped = new ArrayList<>();
        for (JsonNode json : writing.items().query(sought)) {
            Day day = writing.days().of(json.get("subreddit").asText(), LocalDate.parse(json.get("day").asText()));
            List<Rollup.Key> gone = day.hours.entrySet()
                    .stream()
                    .filter(cell -> cell.getKey().hour().isBefore(empty) && cell.getValue().tally().equals(Tally.ZERO))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!gone.isEmpty()) {
                day.hours.keySet().removeAll(gone);
                writing.commit(day, List.of(), List.of());
                dropped.addAll(gone);
            }
        }
        head.rollups -= dropped.stream().distinct().count();
        head.first = writing.items()
                .query(Sought.of("TOP 1 c.first", Kinds.DAY).where("IS_NUMBER(c.first)").orderBy("c.first ASC"))
                .stream()
                .findFirst()
                .map(json -> Instant.ofEpochSecond(json.get("first").asLong()))
                .orElse(null);
    }

    @Override
    public int expireRecords(Instant before, int limit) {
        Limits.checkPositive(limit);
        return access.write("expireRecords", writing -> {
            List<Cycle> all = access.records().list(Kinds.CYCLE, Cycle.class).stream()
                    .sorted(comparing(Cycle::startedAt).thenComparing(Cycle::id).reversed()).toList();
            Optional<Cycle> success = all.stream().filter(CycleDocuments::succeeded).findFirst();
            List<Cycle> cycles = all.stream()
                    .skip(CYCLES_KEPT)
                    .filter(cycle -> cycle.startedAt().isBefore(before) && cycle.status() != CycleStatus.RUNNING
                            && !success.equals(Optional.of(cycle)))
                    .sorted(comparing(Cycle::startedAt))
                    .limit(limit)
                    .toList();
            cycles.forEach(cycle -> writing.delete(Kinds.CYCLE, cycle.id()));
            List<Gap> gaps = access.records().list(Kinds.GAP, Gap.class).stream().filter(gap -> !gap.to().isAfter(before))
                    .sorted(comparing(Gap::to)).limit(limit - cycles.size()).toList();
            gaps.forEach(gap -> writing.delete(Kinds.GAP, Progressing.id(gap.subreddit(), gap)));
            int deleted = cycles.size() + gaps.size();
            writing.head().version += deleted > 0 ? 1 : 0;
            return deleted;
        });
    }

    @Override
    public Instant horizon() {
        return access.read("horizon", () -> access.heads().read().head().horizon);
    }

    @Override
    public List<Rollup> archived(Window days) {
        return access.read("archived", () -> Days.sums(CosmosStatisticsStore.days(access.items(), days), day -> day.archived,
                cell -> days.contains(cell.getKey().hour())));
    }
}
