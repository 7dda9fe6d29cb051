package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.catalogue.Catalogue;
import dev.sentimentagent.server.collection.Collector;
import dev.sentimentagent.server.figures.Figures;
import java.time.InstantSource;
import java.util.List;

/**
 * What the pages are made from.
 *
 * @param demo whether all data is invented
 */
public record DashboardParts(Store store, Figures figures, Catalogue catalogue, Collector collector,
        InstantSource clock, boolean demo) {
    /** Those that are listened for. */
    List<Tool> tools() {
        return catalogue.current().tools();
    }

    /** Those that are collected. */
    List<String> subreddits() {
        return catalogue.current().subreddits();
    }
}
