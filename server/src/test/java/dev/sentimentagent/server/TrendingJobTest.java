package dev.sentimentagent.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.trending.Trending;
import dev.sentimentagent.store.sql.SqliteStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendingJobTest {
    @Test
    void everyFailureIsCountedAndNoneEndsTheJob(@TempDir Path folder) {
        ManualTime time = new ManualTime(Instant.parse("2026-03-10T12:00:00Z"));
        Store store = SqliteStore.open(folder.resolve("test.db"), new RetryPolicy(1, Duration.ofMillis(1)), time,
                RandomGenerator.getDefault());
        store.close();
        AtomicInteger afterwards = new AtomicInteger();
        Trending trending = new Trending(store.items(), store.topics(), Map::of, time);
        try (Job job = TrendingJob.of(() -> trending, time, afterwards::incrementAndGet)) {
            for (int times = 1; times <= 3; times++) {
                job.hurry();
                assertThat(job.tick()).isTrue();
                assertThat(job.failures()).isEqualTo(times);
                assertThat(afterwards).hasValue(times);
            }
        }
    }
}
