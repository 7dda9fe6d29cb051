package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.statistics.Scoring;
import java.util.List;

/**
 * A method that has scored what an answer counts.
 *
 * @param items how many of all items of the hours that the window touches, whatever the answer narrows them by
 */
record AnalysisMethodBody(String method, String version, long items) {
    /** Those of a window, that with the most items first. Where there are several, levels do not compare. */
    static List<AnalysisMethodBody> of(Scoring scoring, Window window) {
        return scoring.methods(window).stream().map(use -> new AnalysisMethodBody(use.method(), use.version(), use.items())).toList();
    }
}
