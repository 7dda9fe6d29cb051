package dev.sentimentagent.model.job;

import java.util.Map;

/**
 * What a job found, and what it changed.
 *
 * @param tools items that speak of each tool, by its id
 * @param categorized items that speak of some tool
 * @param uncategorized items that speak of none
 * @param errors items that could not be looked at
 * @param changed items that have another score or other tools now
 * @param changedClass those of them that are of another class now
 */
public record JobEffect(Map<String, Long> tools, long categorized, long uncategorized, long errors, long changed, long changedClass) {
    public static final JobEffect NONE = new JobEffect(Map.of(), 0, 0, 0, 0, 0);

    public JobEffect {
        tools = Map.copyOf(tools);
    }

    /** Share of the items looked at that are of another class now, in per cent with 2 decimals; 0 if there were none. */
    public double changedClassPercentage() {
        long all = categorized + uncategorized;
        return all == 0 ? 0 : Math.round(10_000.0 * changedClass / all) / 100.0;
    }
}
