package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Topic;
import dev.sentimentagent.server.figures.Overview;
import dev.sentimentagent.server.figures.Verdict;
import java.util.List;

/**
 * {@code /}: how developers feel, and what that hangs on.
 *
 * @param finding what the data says, in one sentence
 */
record OverviewPage(Shell shell, String finding, Overview figures, Charts chart, List<Tables.Row> tools, List<Tables.Row> subreddits,
        List<Topic> topics, List<Entry> newest) {
    /** Whether there is nothing at all to show. */
    boolean nothing() {
        return figures.items() == 0 && newest.isEmpty() && topics.isEmpty();
    }

    static String finding(Overview figures) {
        return switch (figures.meanChange().verdict()) {
            case RISE -> "Developers speak better of AI tools than before";
            case FALL -> "Developers speak worse of AI tools than before";
            case WITHIN_NOISE -> "Developers feel about AI tools as they did before";
            case TOO_FEW, NOT_COLLECTED -> "How developers feel about AI tools";
        };
    }

    /** Tools whose score has changed beyond what comes by chance, the largest change first. */
    List<Tables.Row> changed() {
        return tools.stream()
                .filter(row -> row.figures().change().verdict().significant())
                .sorted(java.util.Comparator.comparingDouble((Tables.Row row) -> Math.abs(row.figures().change().difference())).reversed())
                .limit(6)
                .toList();
    }

    boolean comparable() {
        return figures.meanChange().verdict() != Verdict.NOT_COLLECTED;
    }
}
