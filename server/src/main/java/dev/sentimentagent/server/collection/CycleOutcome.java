package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.CycleStatus;

/**
 * What came of a cycle.
 *
 * @param counts of all its subreddits together, summed as they were written
 * @param errors subreddits and refreshes that ended in an exception, each of which is in the log
 */
record CycleOutcome(CycleStatus status, Counts counts, int errors) {}
