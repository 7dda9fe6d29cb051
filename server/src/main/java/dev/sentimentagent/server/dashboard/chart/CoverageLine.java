package dev.sentimentagent.server.dashboard.chart;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a span was collected of a subreddit, on a line 1000 wide.
 *
 * @param covered what a listing has been read of; empty if none was
 * @param gaps what it is known to lack
 */
public record CoverageLine(String subreddit, Optional<Span> covered, List<Span> gaps) {
    public static final int WIDTH = 1000;

    public static CoverageLine of(String subreddit, Stream<Coverage> coverages, Stream<Gap> gaps, Window window) {
        Scale x = Scale.of(window, 0, WIDTH);
        Optional<Span> covered = coverages.filter(one -> one.until().isAfter(window.start()) && one.from().isBefore(window.end()))
                .map(one -> new Window(one.from(), one.until()))
                .reduce((a, b) -> new Window(a.start().isBefore(b.start()) ? a.start() : b.start(),
                        a.end().isAfter(b.end()) ? a.end() : b.end()))
                .map(one -> span(one.start(), one.end(), x));
        return new CoverageLine(subreddit, covered, gaps.map(gap -> span(gap.from(), gap.to(), x)).toList());
    }

    private static Span span(Instant from, Instant to, Scale x) {
        double start = x.at(from);
        return new Span(start, Math.max(2, Scale.round(x.at(to) - start)));
    }
}
