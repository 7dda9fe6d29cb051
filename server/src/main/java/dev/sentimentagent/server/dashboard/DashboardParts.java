package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.collection.Collector;
import dev.sentimentagent.server.figures.Figures;
import java.time.InstantSource;
import java.util.List;

/**
 * What the pages are made from.
 *
 * @param tools those that are listened for
 * @param subreddits those that are collected
 * @param demo whether all data is invented
 */
public record DashboardParts(Store store, Figures figures, List<Tool> tools, List<String> subreddits, Collector collector,
        InstantSource clock, boolean demo) {
    public DashboardParts {
        tools = List.copyOf(tools);
        subreddits = List.copyOf(subreddits);
    }
}
