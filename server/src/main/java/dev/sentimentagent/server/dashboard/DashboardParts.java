package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.sentiment.ScoreExplainer;
import dev.sentimentagent.server.catalogue.Catalogue;
import dev.sentimentagent.server.collection.Collector;
import dev.sentimentagent.server.figures.Figures;
import dev.sentimentagent.server.releases.Releases;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the pages are made from.
 *
 * @param demo whether all data is invented
 * @param explainer of the scorer that scores what is stored; asked for when it is needed, since it takes long to make
 */
public record DashboardParts(Store store, Figures figures, Releases releases, Catalogue catalogue, Collector collector,
        InstantSource clock, boolean demo, Supplier<ScoreExplainer> explainer) {
    /** Those that are listened for. */
    List<Tool> tools() {
        return catalogue.current().tools();
    }

    /** Those that are collected. */
    List<String> subreddits() {
        return catalogue.current().subreddits();
    }
}
