package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Sentiment;

/** Text that is not there, which every scorer calls neutral. */
final class AbsentText {
    /** What Reddit leaves in the place of a text that its author or a moderator deleted. */
    private static final String DELETED = "[deleted]";
    private static final String REMOVED = "[removed]";
    /** By definition of the project. */
    private static final double CONFIDENCE = 0.5;

    private AbsentText() {}

    /** What a scorer makes of it. */
    static Score score(String method, String version) {
        return new Score(Sentiment.NEUTRAL, 0, 0, 0, 0, CONFIDENCE, method, version);
    }

    /** Whether a text is only the mark that it was deleted. */
    static boolean isDeleted(String text) {
        String stripped = text.strip();
        return stripped.equals(DELETED) || stripped.equals(REMOVED);
    }
}
