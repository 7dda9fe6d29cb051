package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.CycleStatus;
import java.util.Optional;

/**
 * What came of a cycle.
 *
 * @param counts of all its subreddits together, summed as they were written
 * @param refusal what Reddit said when it refused the credentials; empty if it did not
 * @param errors subreddits and refreshes that ended in an exception, each of which is in the log
 */
record CycleOutcome(CycleStatus status, Counts counts, int errors, Optional<String> refusal) {}
