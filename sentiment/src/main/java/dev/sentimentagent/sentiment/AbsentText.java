package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Score;

/** Text that is not there, which every scorer calls neutral. */
final class AbsentText {
    /** What Reddit leaves in the place of a text that its author or a moderator deleted. */
    private static final String DELETED = "[deleted]";
    private static final String REMOVED = "[removed]";

    private AbsentText() {}

    /** What a scorer makes of it. */
    static Score score(String method, String version) {
        return Score.unjudged(method, version);
    }

    /** Whether a text is only the mark that it was deleted. */
    static boolean isDeleted(String text) {
        String stripped = text.strip();
        return stripped.equals(DELETED) || stripped.equals(REMOVED);
    }
}
