package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When anything was collected, by subreddit: the coverage of its listings less their gaps. Immutable. */
final class CollectedSpans {
    static final CollectedSpans NONE = of(List.of(), List.of());

    private final Map<String, Spans> bySubreddit;
    private final Spans all;

    private CollectedSpans(Map<String, Spans> bySubreddit, Spans all) {
        this.bySubreddit = bySubreddit;
        this.all = all;
    }

    static CollectedSpans of(Collection<Coverage> coverages, Collection<Gap> gaps) {
        Map<String, List<Span>> bySubreddit = new HashMap<>();
        List<Gap> sorted = gaps.stream().sorted(Comparator.comparing(Gap::from)).toList();
        for (Coverage coverage : coverages) {
            bySubreddit.computeIfAbsent(key(coverage.subreddit()), _ -> new ArrayList<>()).addAll(without(coverage, sorted));
        }
        Map<String, Spans> merged = new HashMap<>();
        bySubreddit.forEach((subreddit, spans) -> merged.put(subreddit, Spans.of(spans)));
        return new CollectedSpans(Map.copyOf(merged), Spans.of(bySubreddit.values().stream().flatMap(List::stream).toList()));
    }

    /**
     * Whether any listing was collected at any moment of the window.
     *
     * @param subreddit in any case; null for all
     */
    boolean touch(@Nullable String subreddit, Window window) {
        Spans spans = subreddit == null ? all : bySubreddit.get(key(subreddit));
        return spans != null && spans.touch(window.start().toEpochMilli(), window.end().toEpochMilli());
    }

    private static List<Span> without(Coverage coverage, List<Gap> sortedGaps) {
        List<Span> left = new ArrayList<>();
        long from = coverage.from().toEpochMilli();
        long until = coverage.until().toEpochMilli();
        for (Gap gap : sortedGaps) {
            if (gap.listing() == coverage.listing() && gap.subreddit().equalsIgnoreCase(coverage.subreddit())) {
                long gapFrom = Math.min(gap.from().toEpochMilli(), until);
                if (from < gapFrom) {
                    left.add(new Span(from, gapFrom));
                }
                from = Math.max(from, gap.to().toEpochMilli());
            }
        }
        if (from < until) {
            left.add(new Span(from, until));
        }
        return left;
    }

    private static String key(String subreddit) {
        return subreddit.toLowerCase(Locale.ROOT);
    }

    /** In milliseconds since 1970; its end does not belong to it. */
    private record Span(long from, long to) {}

    /** Spans that neither overlap nor adjoin, in order. */
    private record Spans(List<Span> spans) {
        static Spans of(List<Span> any) {
            List<Span> merged = new ArrayList<>();
            for (Span span : any.stream().sorted(Comparator.comparingLong(Span::from)).toList()) {
                if (!merged.isEmpty() && merged.getLast().to() >= span.from()) {
                    Span last = merged.removeLast();
                    merged.add(new Span(last.from(), Math.max(last.to(), span.to())));
                } else {
                    merged.add(span);
                }
            }
            return new Spans(List.copyOf(merged));
        }

        boolean touch(long from, long to) {
            int low = 0;
            int high = spans.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (spans.get(middle).to() <= from) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low < spans.size() && spans.get(low).from() < to && from < to;
        }
    }
}
