package dev.sentimentagent.store.memory;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.Lease;
import dev.sentimentagent.model.store.Texts;
import dev.sentimentagent.model.store.sighting.ItemState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a store holds. Guarded by its own monitor. */
final class MemoryData {
    /** A rollup, and the version of the data when it last changed. */
    record Versioned(Tally tally, long version) {}

    record ListingKey(String subreddit, Listing listing) {}

    record GapKey(String subreddit, Listing listing, Instant from, Instant to, Object reason) {}

    final Map<String, ItemState> items = new HashMap<>();
    final Map<Rollup.Key, Versioned> hours = new HashMap<>();
    final Map<Rollup.Key, Versioned> days = new HashMap<>();
    /** By lower-case name, as first spelled. */
    final Map<String, String> subreddits = new TreeMap<>();
    final Map<String, Cycle> cycles = new LinkedHashMap<>();
    final Map<ListingKey, Coverage> coverages = new LinkedHashMap<>();
    final Map<GapKey, Gap> gaps = new LinkedHashMap<>();
    final Map<String, Lease> leases = new HashMap<>();
    final Map<String, ReanalysisJob> jobs = new HashMap<>();
    final Map<String, DetectedTool> detected = new HashMap<>();
    final MemoryCatalogue catalogue = new MemoryCatalogue();
    List<Topic> topics = List.of();
    Instant horizon = Instant.MIN;
    long version;

    Stream<ScoredItem> all() {
        return items.values().stream().map(ItemState::scored);
    }

    Stream<ScoredItem> living(ItemKind kind) {
        return living().filter(scored -> scored.item().kind() == kind);
    }

    /** Neither deleted nor of bots. */
    Stream<ScoredItem> counted() {
        return all().filter(ScoredItem::counts);
    }

    Stream<ScoredItem> living() {
        return all().filter(scored -> !scored.item().deleted());
    }

    boolean isHeld(Lease lease) {
        Lease held = leases.get(lease.name());
        return held != null && held.token() == lease.token();
    }

    /** The kept spelling of a name; adds a new one. */
    String subreddit(String name) {
        String clean = Texts.clean(name);
        return subreddits.computeIfAbsent(clean.toLowerCase(Locale.ROOT), _ -> clean);
    }

    /** Adds to rollups; the same as they are now. */
    List<Rollup> add(Map<Rollup.Key, Versioned> rollups, List<Rollup> deltas) {
        List<Rollup> now = new ArrayList<>();
        for (Rollup delta : deltas) {
            Tally before = requireNonNullElse(rollups.get(delta.key()), new Versioned(Tally.ZERO, 0)).tally();
            Tally after = before.plus(delta.tally());
            rollups.put(delta.key(), new Versioned(after, version));
            now.add(new Rollup(delta.key(), after));
        }
        return now;
    }

    /** Cycles, newest first. */
    Stream<Cycle> newestCycles() {
        return cycles.values().stream().sorted(comparing(Cycle::startedAt).thenComparing(Cycle::id).reversed());
    }
}
