package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.statistics.MethodUse;
import dev.sentimentagent.server.statistics.Scoring;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By which methods what a page shows was scored, and what is set aside of it.
 *
 * @param methods those of its span, that with the most items first
 * @param bots how many texts bots wrote: they are in no figure
 * @param foreign how many are in another language than English: they count as neutral
 */
record Scored(List<MethodUse> methods, long bots, long foreign) {
    static Scored of(Site site, Window window, @Nullable String subreddit) {
        Scoring scoring = site.figures().scoring();
        return new Scored(scoring.methods(window), scoring.bots(subreddit, window), scoring.foreign(subreddit, window));
    }

    /** In words; empty where nothing is counted. */
    String by() {
        if (methods.isEmpty()) {
            return "";
        }
        if (methods.size() == 1) {
            return "Scored by " + methods.getFirst().scorer() + ".";
        }
        return "Scored by several methods, whose levels do not compare: "
                + methods.stream().map(use -> use.scorer() + " (" + Show.count(use.items()) + ")").collect(Collectors.joining(", ")) + ".";
    }
}
