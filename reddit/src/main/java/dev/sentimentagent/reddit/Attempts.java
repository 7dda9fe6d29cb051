package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.time.TimeSource;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a request, through the limiter, as often as it takes and is allowed: again after failures of the network and of Reddit, with a
 * delay that grows; again after a 429, when it says. Thread-safe.
 *
 * <p>While everything fails, each call makes one try only: in an outage that lets every request hang, a cycle would otherwise wait for
 * three timeouts on every listing.
 */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final int MAX_THROTTLES = 3;
    /** After a 429 that does not say when to come back; then twice and four times as much. */
    private static final Duration DEFAULT_THROTTLE = Duration.ofSeconds(5);
    private static final Duration MIN_THROTTLE = Duration.ofSeconds(1);
    /** After so many calls in a row that failed, it is an outage. */
    private static final int OUTAGE = 4;

    private final HttpTransport transport;
    private final RateLimiter limiter;
    private final TimeSource time;
    private final RandomGenerator random;
    private final RetryPolicy retries;
    private final AtomicInteger failedInARow = new AtomicInteger();

    /** Makes of an answer, or of there being none, what the caller wants. */
    interface Interpreter<T> {
        /** Any answer but 408, 429 and 5xx. */
        Verdict<T> interpret(Exchange.Answer answer);

        T failed(Fetch.Failure failure);

        /** Whether the answers' {@code x-ratelimit-*} headers tell of the limiter's budget. */
        boolean budgeted();
    }

    /** @param repeatable whether the same request may have a better outcome later */
    record Verdict<T>(T value, boolean repeatable) {}

    Attempts(HttpTransport transport, RateLimiter limiter, TimeSource time, RandomGenerator random, RetryPolicy retries) {
        this.transport = transport;
        this.limiter = limiter;
        this.time = time;
        this.random = random;
        this.retries = retries;
    }

    <T> T run(HttpRequest request, Interpreter<T> interpreter, Patience patience) throws InterruptedException {
        int failures = 0;
        int throttles = 0;
        while (true) {
            Optional<Duration> tooLong = limiter.acquire(patience);
            if (tooLong.isPresent()) {
                String seconds = "the next request may be made in " + tooLong.get().toSeconds() + " s";
                return interpreter.failed(
                        new Fetch.Failure(Reason.RATE_LIMITED, throttles == 0 ? seconds : "429 " + throttles + " times; " + seconds));
            }
            Exchange exchange = transport.send(request);
            if (interpreter.budgeted() && exchange instanceof Exchange.Answer answer) {
                limiter.observe(answer.headers());
            }
            if (exchange instanceof Exchange.Answer answer && answer.status() == 429) {
                throttles++;
                limiter.block(throttle(answer, throttles));
                if (throttles == MAX_THROTTLES) {
                    return interpreter.failed(new Fetch.Failure(Reason.RATE_LIMITED, "429 " + throttles + " times"));
                }
                continue;
            }
            Verdict<T> verdict = judge(exchange, interpreter);
            if (!verdict.repeatable()) {
                return verdict.value();
            }
            failures++;
            Duration delay = delay(exchange, failures);
            boolean outage = failedInARow.get() >= OUTAGE;
            if (outage || failures >= retries.maxAttempts() || !patience.covers(delay)) {
                failedInARow.incrementAndGet();
                return verdict.value();
            }
            LOG.debug("{} failed: {}; next try in {}", request.uri(), verdict.value(), delay);
            patience.spend(delay);
            time.sleep(delay);
        }
    }

    private <T> Verdict<T> judge(Exchange exchange, Interpreter<T> interpreter) {
        return switch (exchange) {
            case Exchange.Broken broken -> new Verdict<>(interpreter.failed(broken.failure()), broken.repeatable());
            case Exchange.Answer answer when answer.status() >= 500 -> new Verdict<>(
                    interpreter.failed(new Fetch.Failure(Reason.SERVER_ERROR, answer.status() + " " + answer.contentType())), true);
            case Exchange.Answer answer when answer.status() == 408 ->
                new Verdict<>(interpreter.failed(new Fetch.Failure(Reason.TIMED_OUT, "408 Request Timeout")), true);
            case Exchange.Answer answer -> {
                failedInARow.set(0);
                yield interpreter.interpret(answer);
            }
        };
    }

    /** A 503 may say when to come back. */
    private Duration delay(Exchange exchange, int failures) {
        Duration backoff = retries.delayAfter(failures, random);
        if (!(exchange instanceof Exchange.Answer answer)) {
            return backoff;
        }
        Duration asked = RateLimitHeaders.retryAfter(answer.headers(), time.instant()).orElse(Duration.ZERO);
        return asked.compareTo(backoff) > 0 ? asked : backoff;
    }

    private Duration throttle(Exchange.Answer answer, int throttles) {
        Optional<Duration> asked = RateLimitHeaders.retryAfter(answer.headers(), time.instant()).or(() -> untilReset(answer));
        if (asked.isPresent()) {
            return asked.get().compareTo(MIN_THROTTLE) < 0 ? MIN_THROTTLE : asked.get();
        }
        double factor = Math.pow(2, throttles - 1) * (1 + random.nextDouble() / 2);
        return Duration.ofMillis((long) (DEFAULT_THROTTLE.toMillis() * factor));
    }

    /** The reset matters only if nothing remains before it; else the 429 is for a burst, and waiting ten minutes would be too long. */
    private static Optional<Duration> untilReset(Exchange.Answer answer) {
        return RateLimitHeaders.budget(answer.headers()).filter(budget -> budget.remaining() < 1).map(RateLimitHeaders.Budget::untilReset);
    }
}
