package dev.sentimentagent.store.cosmos;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.store.sighting.ItemCounts;
import dev.sentimentagent.model.store.sighting.ItemCounts.Sort;
import dev.sentimentagent.model.store.sighting.RollupDeltas;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Mends what a write that broke off has left: a change of the catalogue that was not finished is taken back, touched partitions are counted anew.
 * Their documents get new versions by that, so that what a writer who was only thought dead still writes to them is refused.
 */
final class Recovery {
    private final Writing writing;

    Recovery(Writing writing) {
        this.writing = writing;
    }

    void run(Collection<String> touched) {
        Head head = writing.head();
        long version = head.version + 1;
        touched.forEach(partition -> recount(partition, version));
        // One version for what is counted anew, one for what is taken back.
        head.version = version;
        if (head.changing != 0) {
            new Retagging(writing).rollBack(head.changing);
            head.changing = 0;
        }
        total();
    }

    private void recount(String partition, long version) {
        LocalDate date = LocalDate.parse(partition.substring(partition.lastIndexOf('|') + 1));
        RollupDeltas counted = new RollupDeltas();
        ItemCounts counts = new ItemCounts();
        String subreddit = partition.substring(0, partition.lastIndexOf('|'));
        for (var json : writing.items().query(partition, Sought.of("*", Kinds.ITEM))) {
            ScoredItem scored = ItemDocument.scored(json);
            subreddit = scored.item().subreddit();
            counted.add(scored);
            counts.add(scored.item().kind(), Sort.of(scored), 1);
        }
        Day known = writing.days().of(date).get(partition);
        Day day = known == null ? new Day(subreddit, date) : known;
        Map<Rollup.Key, Tally> now = new HashMap<>();
        day.hours.keySet().forEach(key -> now.put(key, Tally.ZERO));
        counted.list().forEach(rollup -> now.put(rollup.key(), rollup.tally()));
        now.forEach((key, tally) -> {
            Day.Cell cell = day.hours.get(key);
            if (cell == null || !cell.tally().equals(tally)) {
                day.hours.put(key, new Day.Cell(tally, version));
            }
        });
        Arrays.fill(day.counts, 0);
        day.add(counts);
        writing.commit(day, List.of(), List.of());
        writing.days().of(date).put(partition, day);
    }

    /** Adds up anew what the head tells of all days. */
    private void total() {
        Head head = writing.head();
        Set<Rollup.Key> hours = new HashSet<>();
        Set<Rollup.Key> archived = new HashSet<>();
        head.subreddits.values().forEach(subreddit -> Arrays.fill(subreddit.counts, 0));
        writing.items().each(Sought.of("*", Kinds.DAY), 100, json -> {
            Day day = Day.of(json);
            hours.addAll(day.hours.keySet());
            archived.addAll(day.archived.keySet());
            if (!day.isEmpty()) {
                long[] counts = head.subreddit(day.subreddit).counts;
                for (int i = 0; i < counts.length; i++) {
                    counts[i] += day.counts[i];
                }
            }
            return true;
        });
        head.rollups = hours.size();
        head.rollupDays = archived.size();
        head.first = hours.stream().map(Rollup.Key::hour).min(Comparator.naturalOrder()).orElse(null);
    }
}
