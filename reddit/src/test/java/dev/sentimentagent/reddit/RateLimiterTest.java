package dev.sentimentagent.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.testsupport.ManualTime;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RateLimiterTest {
    private final ManualTime time = new ManualTime();
    private final RateLimiter limiter = new RateLimiter(time);

    private static HttpHeaders headers(Object remaining, Object reset) {
        return HttpHeaders.of(
                Map.of("x-ratelimit-remaining", List.of(remaining.toString()), "x-ratelimit-reset", List.of(reset.toString())),
                (_, _) -> true);
    }

    private void acquire() throws InterruptedException {
        assertThat(limiter.acquire(new Patience(Duration.ofHours(1)))).isEmpty();
    }

    /** Requests of a server that counts a window of ten minutes, and tells. */
    private List<Instant> requests(int count, int allowance) throws InterruptedException {
        List<Instant> times = new ArrayList<>();
        Instant reset = time.instant().plus(Duration.ofMinutes(10));
        int used = 0;
        for (int i = 0; i < count; i++) {
            acquire();
            Instant now = time.instant();
            times.add(now);
            while (!now.isBefore(reset)) {
                reset = reset.plus(Duration.ofMinutes(10));
                used = 0;
            }
            used++;
            assertThat(used).as("requests in one window").isLessThanOrEqualTo(allowance);
            limiter.observe(headers(allowance - used, Duration.between(now, reset).toSeconds()));
        }
        return times;
    }

    private static void assertNeverTooMany(List<Instant> times) {
        for (int i = 0; i + RateLimiter.MAX_PER_MINUTE < times.size(); i++) {
            assertThat(Duration.between(times.get(i), times.get(i + RateLimiter.MAX_PER_MINUTE)))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void letsACycleThroughInAboutAMinute() throws InterruptedException {
        List<Instant> times = requests(120, 1000);

        assertThat(Duration.between(times.getFirst(), times.getLast())).isLessThan(Duration.ofSeconds(75));
        assertNeverTooMany(times);
        for (int i = 1; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 1), times.get(i))).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        }
        assertThat(limiter.waited()).isEqualTo(time.slept());
    }

    @ParameterizedTest
    @CsvSource({"1000", "600", "300", "60"})
    void neverExceedsAnAllowance(int allowance) throws InterruptedException {
        assertNeverTooMany(requests(3000, allowance));
    }

    @Test
    void staysUnderAHundredAMinuteWithoutHeaders() throws InterruptedException {
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            acquire();
            times.add(time.instant());
        }
        assertNeverTooMany(times);
    }

    @Test
    void spreadsALastRemainderOverTheTimeToTheReset() throws InterruptedException {
        acquire();
        limiter.observe(headers("50.0", 500));
        acquire();
        Instant before = time.instant();
        acquire();

        assertThat(Duration.between(before, time.instant())).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
    }

    @ParameterizedTest
    @CsvSource({"0,120", "0.0,120", "-3,120", "0.4,120"})
    void waitsForTheResetWhenNothingRemains(String remaining, int reset) throws InterruptedException {
        limiter.observe(headers(remaining, reset));
        acquire();

        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(reset + 1));
    }

    @ParameterizedTest
    @CsvSource({"abc,10", "10,abc", "NaN,60", "0,NaN", "0,Infinity", "0,-1", "'',''", "0,''"})
    void passesOverHeadersThatMakeNoSense(String remaining, String reset) throws InterruptedException {
        limiter.observe(headers(remaining, reset));
        acquire();
        acquire();

        assertThat(time.slept()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void isNotLockedOutByAnAbsurdReset() throws InterruptedException {
        limiter.observe(headers(0, "1e300"));
        acquire();

        assertThat(time.slept()).isEqualTo(RateLimitHeaders.MAX_RESET.plusSeconds(1));
    }

    @Test
    void reckonsFromWhatIsUsedWhereWhatRemainsIsNotTold() throws InterruptedException {
        limiter.observe(HttpHeaders.of(Map.of("x-ratelimit-used", List.of("600"), "x-ratelimit-reset", List.of("30")), (_, _) -> true));
        acquire();

        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(31));
    }

    @Test
    void believesTheLowerOfTwoTellingsOfOneWindow() throws InterruptedException {
        limiter.observe(headers(0, 100));
        limiter.observe(headers(900, 101));
        acquire();

        assertThat(time.slept()).isGreaterThanOrEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void saysHowLongItWouldTakeInsteadOfWaitingTooLong() throws InterruptedException {
        limiter.block(Duration.ofMinutes(8));

        assertThat(limiter.acquire(new Patience(Duration.ofMinutes(5)))).contains(Duration.ofMinutes(8));
        assertThat(time.slept()).isZero();
        assertThat(limiter.acquire(new Patience(Duration.ofMinutes(8)))).isEmpty();
    }

    @Test
    void makesThoseWaitWhoWereAlreadyWaitingWhenA429Came() throws InterruptedException {
        limiter.block(Duration.ofSeconds(1));
        time.meanwhile(() -> limiter.block(Duration.ofSeconds(90)));
        acquire();

        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(91));
    }

    @ParameterizedTest
    @CsvSource({"PT-1H", "PT1H", "PT-720H", "PT720H"})
    void survivesAClockThatJumps(Duration jump) throws InterruptedException {
        requests(200, 1000);
        limiter.block(Duration.ofSeconds(30));
        time.advance(jump);
        Duration before = time.slept();
        acquire();
        acquire();

        assertThat(time.slept().minus(before)).isLessThanOrEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void keepsItsMinuteWhenTheClockIsSetBack() throws InterruptedException {
        limiter.observe(headers(900, 599));
        for (int i = 0; i < RateLimiter.MAX_PER_MINUTE; i++) {
            acquire();
        }
        Duration before = time.slept();
        time.advance(Duration.ofMinutes(-10));
        acquire();

        assertThat(time.slept().minus(before)).isGreaterThan(Duration.ofSeconds(45));
    }

    @Test
    void keepsItsMinuteHoweverOftenTheClockIsSetBack() throws InterruptedException {
        List<Duration> grants = new ArrayList<>();
        Random random = new Random(7);
        Duration steady = Duration.ZERO;
        // What a steady clock would show: the sum of what was slept, since jumps take no time.
        for (int i = 0; i < 2000; i++) {
            if (random.nextInt(50) == 0) {
                time.advance(Duration.ofSeconds(-random.nextInt(7200)));
            }
            acquire();
            steady = time.slept();
            grants.add(steady);
        }
        for (int i = 0; i + RateLimiter.MAX_PER_MINUTE < grants.size(); i++) {
            assertThat(grants.get(i + RateLimiter.MAX_PER_MINUTE).minus(grants.get(i))).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
        assertThat(steady).as("and not much slower than the pace").isLessThan(Duration.ofMinutes(30));
    }

    @Test
    void isSharedByThreads() throws InterruptedException {
        int threads = 8;
        CountDownLatch done = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 50; i++) {
                        acquire();
                    }
                    done.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(limiter.waited()).isEqualTo(time.slept());
        assertThat(time.slept()).as("400 requests at 95 a minute").isGreaterThan(Duration.ofMinutes(3));
    }

    @Test
    void whatRedditLeavesIsKnownUntilItCountsAnew() throws InterruptedException {
        assertThat(limiter.budget()).isEmpty();
        acquire();
        limiter.observe(headers(420.0, 100));
        acquire();

        assertThat(limiter.budget()).hasValueSatisfying(budget -> {
            assertThat(budget.left()).isEqualTo(419);
            assertThat(budget.until()).isAfter(time.instant().plusSeconds(99)).isBefore(time.instant().plusSeconds(103));
        });
        time.advance(Duration.ofMinutes(2));
        assertThat(limiter.budget()).isEmpty();
    }
}
