package dev.sentimentagent.reddit;

import dev.sentimentagent.model.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The turn of one request, on a clock on which waiting takes no time. In this package, which the limiter does not leave. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RateLimiterBenchmark {
    private final RateLimiter limiter = new RateLimiter(new Jumping());

    @Benchmark
    public Optional<Duration> acquire() throws InterruptedException {
        return limiter.acquire(new Patience(Duration.ofHours(1)));
    }

    private static final class Jumping implements TimeSource {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Duration toReal(Duration duration) {
            return Duration.ZERO;
        }
    }
}
