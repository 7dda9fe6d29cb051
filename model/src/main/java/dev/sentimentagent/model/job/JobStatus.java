package dev.sentimentagent.model.job;

import java.util.Locale;

/** State of a job: queued → running → completed or failed; cancelled from either of the first two. */
public enum JobStatus {
    QUEUED, RUNNING, COMPLETED, FAILED, CANCELLED;

    /** Lower-case name as the HTTP contract spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more comes of the job. */
    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }
}
