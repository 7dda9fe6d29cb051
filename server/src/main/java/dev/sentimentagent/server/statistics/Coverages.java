package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.CycleStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far listings are covered, and the gaps in that. */
record Coverages(List<Coverage> coverages, List<Gap> gaps) {
    Coverages {
        gaps = gaps.stream().sorted(Comparator.comparing(Gap::from)).toList();
    }

    /** What was collected of a subreddit, or of any for null, around the window. */
    static Coverages load(CycleStore cycles, @Nullable String subreddit, Window window) {
        return new Coverages(
                cycles.coverages().stream().filter(coverage -> subreddit == null || coverage.subreddit().equalsIgnoreCase(subreddit))
                        .toList(),
                cycles.gaps(window)
                        .stream()
                        .filter(gap -> subreddit == null || gap.subreddit().equalsIgnoreCase(subreddit))
                        .toList());
    }

    /** Whether any listing was collected at any moment of the window. */
    boolean touch(Window window) {
        return coverages.stream().anyMatch(coverage -> touches(coverage, window));
    }

    private boolean touches(Coverage coverage, Window window) {
        Instant from = later(coverage.from(), window.start());
        Instant to = earlier(coverage.until(), window.end());
        return endOfGaps(coverage, from).isBefore(to);
    }

    /** The first moment at or after this one that lies in no gap of the listing; several may adjoin or overlap. */
    private Instant endOfGaps(Coverage coverage, Instant from) {
        Instant free = from;
        for (Gap gap : gaps) {
            if (sameListing(gap, coverage) && !gap.from().isAfter(free)) {
                free = later(free, gap.to());
            }
        }
        return free;
    }

    private static boolean sameListing(Gap gap, Coverage coverage) {
        return gap.listing() == coverage.listing() && gap.subreddit().equalsIgnoreCase(coverage.subreddit());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
