package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.server.figures.Overview;
import java.util.List;

/** {@code /tools/{id}}: one tool. */
record ToolPage(Shell shell, Tool tool, String finding, Overview figures, Charts chart, List<Tables.Row> subreddits) {
    static String finding(String name, Overview figures) {
        return switch (figures.meanChange().verdict()) {
            case RISE -> "Developers speak better of " + name + " than before";
            case FALL -> "Developers speak worse of " + name + " than before";
            case WITHIN_NOISE -> "Developers feel about " + name + " as they did before";
            case TOO_FEW, NOT_COLLECTED -> "What developers say of " + name;
        };
    }
}
