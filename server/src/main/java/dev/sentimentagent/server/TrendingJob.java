package dev.sentimentagent.server;

import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.job.Rhythm;
import dev.sentimentagent.server.trending.Trending;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes the trending topics: every hour, and sooner when it is hurried, because a cycle has ended. */
final class TrendingJob {
    private static final Logger log = LoggerFactory.getLogger(TrendingJob.class);
    private static final Duration INTERVAL = Duration.ofHours(1);
    /** A computation takes less; beyond that it waits for a store that fails. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Supplier<Trending> trending;
    private final Runnable afterwards;

    private TrendingJob(Supplier<Trending> trending, Runnable afterwards) {
        this.trending = trending;
        this.afterwards = afterwards;
    }

    /**
     * A job that is not started yet.
     *
     * @param trending is asked for at each computation
     * @param afterwards follows each computation, whether it failed or not, on the job's thread
     */
    static Job of(Supplier<Trending> trending, TimeSource time, Runnable afterwards) {
        TrendingJob work = new TrendingJob(trending, afterwards);
        return new Job("trending", Rhythm.withPauses(time.toReal(INTERVAL)), GRACE, work::run, TrendingJob::failed);
    }

    private void run() {
        try {
            long start = System.nanoTime();
            int topics = trending.get().refresh().size();
            log.info("{} trending topics computed in {} ms", topics, Duration.ofNanos(System.nanoTime() - start).toMillis());
        } finally {
            afterwards.run();
        }
    }

    private static void failed(Throwable e) {
        log.error("trending topics not computed, those stored before stay; tried again within an hour", e);
    }
}
