package dev.sentimentagent.standin;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.standin.Recorded.Sighting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A world that was recorded: the items of dumps, each visible from its {@code created_utc} on. Where sightings were recorded too, an item
 * looks as it did at the last sighting before (score 1 and no comments before the first); else its votes and comments grow towards what the
 * dump says. What an item said before it was edited or taken away is not recorded: of the former only the length is right, the latter is
 * a line that says so. Immutable.
 */
public final class ReplayedWorld implements World {
    private static final int STILL_LISTED_ONE_IN = 12;

    private final Map<String, Recorded> byFullname;
    private final Map<ItemKind, List<Recorded>> byTime = new HashMap<>();
    private final Map<String, Map<ItemKind, List<Recorded>>> bySubreddit;

    private ReplayedWorld(Map<String, Recorded> items) {
        this.byFullname = items;
        this.bySubreddit = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (ItemKind kind : ItemKind.values()) {
            byTime.put(kind, items.values().stream().filter(item -> item.kind() == kind).sorted(OLDEST_FIRST).toList());
        }
        byTime.forEach((kind, list) -> list.forEach(item -> bySubreddit.computeIfAbsent(item.last().subreddit(), name -> new HashMap<>())
                .computeIfAbsent(kind, none -> new ArrayList<>())
                .add(item)));
    }

    private static final Comparator<Recorded> OLDEST_FIRST = Comparator.comparingLong(Recorded::created)
            .thenComparingLong(item -> Base36.parse(item.last().id()));

    /**
     * Reads the dumps into memory, about a kilobyte an item. Lines that are no items are left out and told of in the log; of an item that is
     * there twice the later line counts.
     *
     * @param dumps {@code RS_*} and {@code RC_*} files in any order, plain, {@code .gz} or {@code .zst}
     * @param sightings lines of {@code t, kind, id, score, num_comments, author, edited, text_len, removed}; those of other items are ignored
     * @throws IOException if a file cannot be read
     */
    public static ReplayedWorld load(List<Path> dumps, Optional<Path> sightings) throws IOException {
        Map<String, List<Sighting>> seen = new HashMap<>();
        if (sightings.isPresent()) {
            DumpLines.read(sightings.get(), line -> seen
                    .computeIfAbsent(line.path("kind").asString("") + "_" + line.path("id").asString(""), name -> new ArrayList<>(4))
                    .add(Sighting.parse(line)));
        }
        seen.values().forEach(list -> list.sort(Comparator.comparingLong(Sighting::at)));
        Map<String, Recorded> items = new HashMap<>();
        for (Path dump : dumps) {
            DumpLines.read(dump, line -> {
                Snapshot item = Recorded.parse(line);
                items.put(item.fullname(), new Recorded(item, List.copyOf(seen.getOrDefault(item.fullname(), List.of()))));
            });
        }
        return new ReplayedWorld(items);
    }

    @Override
    public List<String> subreddits() {
        return List.copyOf(bySubreddit.keySet());
    }

    /** Number of items of both kinds. */
    public int size() {
        return byFullname.size();
    }

    /** From the creation of the oldest item to a second after that of the newest; empty if there are no items. */
    public Optional<Window> span() {
        return byFullname.values().stream()
                .map(item -> new Window(Instant.ofEpochSecond(item.created()), Instant.ofEpochSecond(item.created() + 1)))
                .reduce((a, b) -> new Window(a.start().isBefore(b.start()) ? a.start() : b.start(),
                        a.end().isAfter(b.end()) ? a.end() : b.end()));
    }

    @Override
    public List<String> newest(String subreddit, ItemKind kind, Instant at, int limit) {
        List<Recorded> items = bySubreddit.getOrDefault(subreddit, Map.of()).getOrDefault(kind, List.of());
        long now = at.getEpochSecond();
        List<String> newest = new ArrayList<>(Math.min(limit, 1_000));
        for (int i = firstAfter(items, now) - 1; i >= 0 && newest.size() < limit; i--) {
            String fullname = items.get(i).last().fullname();
            if (!items.get(i).goneAt(now) || Math.floorMod(Hash.mix(fullname.hashCode()), STILL_LISTED_ONE_IN) == 0) {
                newest.add(fullname);
            }
        }
        return newest;
    }

    private static int firstAfter(List<Recorded> items, long second) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).created() <= second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public Optional<Snapshot> state(String fullname, Instant at) {
        Recorded item = byFullname.get(fullname);
        long now = at.getEpochSecond();
        return item == null || item.created() > now ? Optional.empty() : Optional.of(item.at(now));
    }

    @Override
    public Stream<Created> createdWithin(ItemKind kind, Window window) {
        return byTime.getOrDefault(kind, List.of()).stream()
                .map(item -> new Created(item.last().fullname(), item.last().createdUtc()))
                .filter(item -> window.contains(item.createdUtc()));
    }
}
