package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Score;

/**
 * How much of what is counted a method has scored.
 *
 * @param method such as {@code DEVTALK}
 * @param version of the method
 * @param items that it has scored
 */
public record MethodUse(String method, String version, long items) {
    /** @param scorer as {@link Score#scorer()} has it */
    static MethodUse of(String scorer, long items) {
        int end = scorer.indexOf(' ');
        return end < 0 ? new MethodUse(scorer, "", items) : new MethodUse(scorer.substring(0, end), scorer.substring(end + 1), items);
    }

    /** Method and version in one. */
    public String scorer() {
        return Score.scorer(method, version);
    }
}
