package dev.sentimentagent.soak;

import dev.sentimentagent.model.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** All cycles of the soak, as the service told of them last. Not thread-safe. */
final class CycleLedger {
    private final NavigableMap<String, CycleEntry> byId = new TreeMap<>();

    void take(List<CycleEntry> entries) {
        entries.forEach(entry -> byId.put(entry.id(), entry));
    }

    /** All of them, oldest first. */
    List<CycleEntry> all() {
        return new ArrayList<>(byId.values());
    }

    long ended() {
        return byId.values().stream().filter(entry -> !entry.running()).count();
    }

    Map<String, Long> byStatus() {
        Map<String, Long> counts = new TreeMap<>();
        byId.values().forEach(entry -> counts.merge(entry.status(), 1L, Long::sum));
        return counts;
    }

    Map<String, Long> incidents() {
        Map<String, Long> counts = new TreeMap<>();
        byId.values().forEach(entry -> entry.incidents().forEach((reason, count) -> counts.merge(reason, count, Long::sum)));
        return counts;
    }

    Counts counts() {
        return byId.values().stream().map(CycleEntry::counts).reduce(Counts.ZERO, Counts::plus);
    }

    /** Ids of the cycles in which the counts of a subreddit do not add up. */
    List<String> wrong() {
        return byId.values().stream().filter(entry -> !entry.reports().stream().allMatch(Counts::addUp)).map(CycleEntry::id).toList();
    }
}
