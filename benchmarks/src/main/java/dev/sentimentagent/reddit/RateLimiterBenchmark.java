package dev.sentimentagent.reddit;

import dev.sentimentagent.benchmarks.SimulatedTime;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What the limiter itself costs a request, on a clock on which waiting takes no time. It lies in the limiter's package, which shows it to
 * nobody else.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RateLimiterBenchmark {
    private static final Duration PATIENCE = Duration.ofDays(1);

    /** A limiter that has been told of a budget. */
    @State(Scope.Benchmark)
    public static class Limiter {
        private final SimulatedTime time = new SimulatedTime();
        private final RateLimiter limiter = new RateLimiter(time);
        private final HttpHeaders headers = HttpHeaders
                .of(Map.of("x-ratelimit-used", List.of("100"), "x-ratelimit-remaining", List.of("899.0"),
                        "x-ratelimit-reset", List.of("300")), (_, _) -> true);
    }

    @Benchmark
    public Optional<Duration> acquireAndObserve(Limiter state) throws InterruptedException {
        Optional<Duration> refused = state.limiter.acquire(new Patience(PATIENCE));
        state.limiter.observe(state.headers);
        return refused;
    }
}
