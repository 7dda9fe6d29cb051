package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.server.settings.RateLimit;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How often one client may ask. */
class ClientRateTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ClientRate rate = new ClientRate(new RateLimit(60, 40, true), nanos::get);

    @Test
    void soManyAtOnceAndThenOneAfterTheOther() {
        for (int i = 0; i < 40; i++) {
            assertThat(rate.take("a")).isZero();
        }
        assertThat(rate.take("a")).isEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(rate.take("b")).as("another client").isZero();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(rate.take("a")).isZero();
        assertThat(rate.take("a")).isPositive();
    }

    @Test
    void askingHowLongToWaitTakesNothing() {
        assertThat(rate.wait("a")).isZero();
        for (int i = 0; i < 40; i++) {
            assertThat(rate.wait("a")).isZero();
            rate.take("a");
        }
        assertThat(rate.wait("a")).isEqualTo(Duration.ofSeconds(1).toNanos());
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(rate.wait("a")).isZero();
        assertThat(rate.wait("b")).isZero();
    }

    @Test
    void whoHasWaitedMayAskManyTimesAgain() {
        for (int minute = 0; minute < 5; minute++) {
            for (int i = 0; i < 40; i++) {
                assertThat(rate.take("a")).as("minute " + minute).isZero();
            }
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        }
    }

    @Test
    void manyClientsTakeNoMoreMemoryThanTenThousand() {
        for (int i = 0; i < 100_000; i++) {
            rate.take("client " + i);
        }
        assertThat(rate.size()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void aNetworkOfIpv6IsOneClient() throws Exception {
        assertThat(ClientRate.client(InetAddress.getByName("2001:db8::1")))
                .isEqualTo(ClientRate.client(InetAddress.getByName("2001:db8::ffff:2")))
                .isNotEqualTo(ClientRate.client(InetAddress.getByName("2001:db8:0:1::1")));
        assertThat(ClientRate.client(InetAddress.getByName("10.0.0.1"))).isNotEqualTo(ClientRate.client(InetAddress.getByName("10.0.0.2")));
    }
}
