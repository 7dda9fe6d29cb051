package dev.sentimentagent.model.job;

import java.time.Instant;

/**
 * What went wrong, or why a job ended early.
 *
 * @param item fullname of the item, or {@link #WHOLE_JOB}
 */
public record JobError(String item, String error, Instant at) {
    /** In the place of an item: it is about the job itself. */
    public static final String WHOLE_JOB = "job_level";
}
