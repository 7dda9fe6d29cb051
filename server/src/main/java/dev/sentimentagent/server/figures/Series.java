package dev.sentimentagent.server.figures;

import dev.sentimentagent.server.statistics.Granularity;
import java.util.List;

/** A scope over time, oldest step first, every one of them, empty or not. */
public record Series(Scope scope, Granularity granularity, List<Step> steps) {
    public Series {
        steps = List.copyOf(steps);
    }
}
