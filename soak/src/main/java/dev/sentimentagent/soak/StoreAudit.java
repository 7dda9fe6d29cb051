package dev.sentimentagent.soak;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.standin.Snapshot;
import dev.sentimentagent.standin.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Holds the store against what the invented Reddit has shown. */
final class StoreAudit {
    private static final int CHUNK = 500;
    private static final int EXAMPLES = 10;

    private final Store store;
    private final World world;
    private final List<CycleEntry> cycles;
    private final CycleEntry last;
    private final List<Gap> gaps;
    private final List<Coverage> coverages;
    private long found;
    private long lost;
    private long inGaps;
    private long goneUnseen;
    private long beforeCoverage;
    private final List<String> lostExamples = new ArrayList<>();

    /**
     * What was found.
     *
     * @param stored items of the world that are in the store, deleted ones included
     * @param lost items that the store should have and has not
     * @param inGaps items that it has not because they fall into a recorded gap
     * @param goneUnseen items that were gone from Reddit before they could be seen
     * @param beforeCoverage items older than what the first reading of their listing could reach
     * @param rollupsAsCounted whether the rollups equal a recount
     */
    record Result(
            long stored,
            long lost,
            List<String> lostExamples,
            long inGaps,
            long goneUnseen,
            long beforeCoverage,
            List<Gap> gaps,
            boolean rollupsAsCounted,
            long rollups) {
        Result {
            lostExamples = List.copyOf(lostExamples);
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * An audit.
     *
     * @param cycles all cycles, oldest first
     * @param last a clean one; what was created before it must be in the store
     */
    StoreAudit(Store store, World world, List<CycleEntry> cycles, CycleEntry last, Window all) {
        this.store = store;
        this.world = world;
        this.cycles = cycles.stream().filter(CycleEntry::clean).toList();
        this.last = last;
        this.gaps = store.cycles().gaps(all);
        this.coverages = store.cycles().coverages();
    }

    Result run(Window all) {
        for (ItemKind kind : ItemKind.values()) {
            List<World.Created> chunk = new ArrayList<>(CHUNK);
            for (Iterator<World.Created> each = world.createdWithin(kind, all).iterator(); each.hasNext();) {
                chunk.add(each.next());
                if (chunk.size() == CHUNK || !each.hasNext()) {
                    check(kind, chunk);
                    chunk.clear();
                }
            }
        }
        Set<Rollup> kept = new HashSet<>(store.statistics().rollups(all).list());
        boolean asCounted = kept.equals(new HashSet<>(store.statistics().recount(all)));
        return new Result(found, lost, lostExamples, inGaps, goneUnseen, beforeCoverage, gaps, asCounted, kept.size());
    }

    private void check(ItemKind kind, List<World.Created> items) {
        Set<String> known = store.items().known(items.stream().map(this::key).toList());
        found += known.size();
        for (World.Created item : items) {
            if (!known.contains(item.fullname()) && item.createdUtc().isBefore(last.started())) {
                explain(kind, item);
            }
        }
    }

    private ItemKey key(World.Created item) {
        return new ItemKey(item.fullname(), shown(item.fullname(), item.createdUtc()).subreddit(), item.createdUtc());
    }

    private void explain(ItemKind kind, World.Created item) {
        String subreddit = shown(item.fullname(), item.createdUtc()).subreddit();
        if (inGap(kind, subreddit, item.createdUtc())) {
            inGaps++;
        } else if (beforeCoverage(kind, subreddit, item.createdUtc())) {
            beforeCoverage++;
        } else if (goneUnseen(item)) {
            goneUnseen++;
        } else {
            lost++;
            if (lostExamples.size() < EXAMPLES) {
                lostExamples.add(item.fullname() + " of r/" + subreddit + ", created " + item.createdUtc());
            }
        }
    }

    private boolean inGap(ItemKind kind, String subreddit, Instant created) {
        return gaps.stream().anyMatch(
                gap -> gap.listing().kind() == kind && gap.subreddit().equalsIgnoreCase(subreddit)
                        && !created.isBefore(gap.from()) && !created.isAfter(gap.to()));
    }

    private boolean beforeCoverage(ItemKind kind, String subreddit, Instant created) {
        return coverages.stream()
                .filter(coverage -> coverage.listing().kind() == kind && coverage.subreddit().equalsIgnoreCase(subreddit))
                .allMatch(coverage -> created.isBefore(coverage.from()));
    }

    /**
     * Whether the item went before it could be seen. A reading may have met an empty listing, which is no fault that the service could
     * notice; but not two clean ones in a row.
     */
    private boolean goneUnseen(World.Created item) {
        Instant until = last.ended() == null ? last.started() : last.ended();
        if (!shown(item.fullname(), until).gone()) {
            return false;
        }
        long readings = cycles.stream()
                .filter(cycle -> cycle.started().isAfter(item.createdUtc()) && cycle.ended() != null)
                .takeWhile(cycle -> !shown(item.fullname(), cycle.ended() == null ? until : cycle.ended()).gone())
                .limit(2)
                .count();
        return readings < 2;
    }

    private Snapshot shown(String fullname, Instant at) {
        return world.state(fullname, at)
                .orElseThrow(() -> new IllegalStateException(String.format(Locale.ROOT, "%s is not there at %s", fullname, at)));
    }
}
