package dev.sentimentagent.server.reanalysis;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.job.JobError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at some items.
 *
 * @param items how many they were
 * @param last fullname of the last; null if there were none
 * @param next where to go on; null at the end
 * @param version of the data when they were read
 * @param changed those whose score or tools are to be others
 * @param before the same as they were read
 * @param tools items that speak of each tool
 * @param categorized items that speak of some
 * @param changedClass of those that changed, how many are of another class
 * @param nanos how long it took to read and to analyze them
 */
record Looked(int items, @Nullable String last, @Nullable String next, long version, List<ScoredItem> changed, List<ScoredItem> before,
        Map<String, Integer> tools, int categorized, int changedClass, List<JobError> errors, long nanos) {
    /** The same, which took longer. */
    Looked after(long more) {
        return new Looked(items, last, next, version, changed, before, tools, categorized, changedClass, errors, nanos + more);
    }
}
