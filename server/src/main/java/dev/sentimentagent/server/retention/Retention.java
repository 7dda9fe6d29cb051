package dev.sentimentagent.server.retention;

import dev.sentimentagent.model.store.Expiry;
import dev.sentimentagent.model.store.RetentionStore;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.job.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes items that are older than they are to be kept, and records of cycles and gaps as old, in batches so small that no other write
 * waits for long; their daily tallies stay. Not thread-safe: one job runs it.
 */
public final class Retention {
    /** Data of a service that collects is younger. */
    private static final Duration PLAUSIBLE = Duration.ofDays(7);
    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration INTERVAL = Duration.ofHours(1);
    /** A batch takes less; beyond that it waits for a store that fails. */
    private static final Duration GRACE = Duration.ofSeconds(3);
    /** What a batch is to take: one in a hundred takes four times as long, and none should hold up other writes for more than 50 ms. */
    private static final Duration BATCH = Duration.ofMillis(10);
    private static final int FIRST_ITEMS = 100;
    /** A cycle has a report of each subreddit. */
    private static final int FIRST_RECORDS = 10;
    /** Between two batches, for those who wait to write. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final RetentionStore store;
    private final Duration kept;
    private final TimeSource time;
    private final Supplier<Optional<Instant>> newest;
    private final Function<Supplier<Expiry>, Expiry> committer;
    private final Job job;
    private final BatchSize items = new BatchSize(FIRST_ITEMS, BATCH);
    private final BatchSize records = new BatchSize(FIRST_RECORDS, BATCH);
    private boolean doubted;

    /**
     * The retention of a store.
     *
     * @param kept age at which items go
     * @param newest about when the newest item was created: where that is long ago, or nothing is known, nothing is deleted. A clock
     *     that is wrong must not cost all data, nor history that was imported to be looked at
     * @param committer has each batch committed, and takes in what came of it
     */
    public Retention(RetentionStore store, Duration kept, TimeSource time, Supplier<Optional<Instant>> newest,
            Function<Supplier<Expiry>, Expiry> committer) {
        this.store = store;
        this.kept = kept;
        this.time = time;
        this.newest = newest;
        this.committer = committer;
        this.job = new Job("retention", Rhythm.atRate(time.toReal(FIRST), time.toReal(INTERVAL)), GRACE, this::run,
                e -> log.error("what is older than {} days was not all deleted; tried again within an hour", kept.toDays(), e));
    }

    /**
     * The job that runs it every hour, the first time a minute after the start. It is not started yet. A run ends after its running batch
     * when it is told to stop.
     */
    public Job job() {
        return job;
    }

    /**
     * Deletes all that is too old now.
     *
     * @return how many items it deleted
     * @throws dev.sentimentagent.model.store.StoreException if the store fails; what was deleted before stays so
     */
    public long run() throws InterruptedException {
        Instant before = time.instant().minus(kept).truncatedTo(ChronoUnit.HOURS);
        if (!plausible()) {
            return 0;
        }
        long start = System.nanoTime();
        long deleted = 0;
        boolean more = true;
        while (more && !job.stopping()) {
            Expiry expiry = items.timed(limit -> committer.apply(() -> store.expire(before, limit)), Expiry::deleted);
            deleted += expiry.deleted();
            more = expiry.more();
            if (more) {
                Thread.sleep(PAUSE);
            }
        }
        more = true;
        while (more && !job.stopping()) {
            int limit = records.size();
            more = records.timed(most -> store.expireRecords(before, most), Integer::intValue) == limit;
            if (more) {
                Thread.sleep(PAUSE);
            }
        }
        if (deleted > 0) {
            log.info("{} items created before {} deleted in {} ms, their daily tallies are kept", deleted, before,
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
        return deleted;
    }

    private boolean plausible() {
        Optional<Instant> latest = newest.get();
        boolean old = latest.isPresent() && latest.get().isBefore(time.instant().minus(PLAUSIBLE));
        if (old && !doubted) {
            log.warn("nothing is deleted for its age: the newest item is of {}, more than {} days before our clock", latest.get(),
                    PLAUSIBLE.toDays());
        }
        doubted = old;
        return latest.isPresent() && !old;
    }
}
