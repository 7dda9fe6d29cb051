package dev.sentimentagent.server.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sentimentagent.server.settings.RateLimit;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Bounds how often one client may ask: in the long run so many requests a minute, and so many at once. Clients are told apart by their
 * address; of IPv6 by the network of theirs, since whoever has one has all of it. Bounded in memory. The generic cell rate algorithm
 * (ITU-T I.371): of each client it keeps one number, the time at which it would have used up nothing. Thread-safe.
 */
final class ClientRate implements Filter {
    private static final int MAX_CLIENTS = 10_000;
    private static final int NETWORK_BYTES = 8;

    private final RateLimit limit;
    private final long interval;
    private final long tolerance;
    private final LongSupplier nanos;
    private final Cache<String, AtomicLong> clients;

    /** @param nanos a clock that only its differences matter of, such as {@link System#nanoTime} */
    ClientRate(RateLimit limit, LongSupplier nanos) {
        this.limit = limit;
        this.interval = limit.perMinute() == 0 ? 0 : Duration.ofMinutes(1).toNanos() / limit.perMinute();
        this.tolerance = interval * limit.burst();
        this.nanos = nanos;
        // Whoever is forgotten after that time would have been let in as a stranger anyway.
        this.clients = Caffeine.newBuilder().maximumSize(MAX_CLIENTS).expireAfterAccess(Duration.ofNanos(tolerance).plusSeconds(1))
                .executor(Runnable::run).build();
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (interval > 0 && request.remotePeer().address() instanceof InetSocketAddress peer && counts(peer.getAddress())) {
            long wait = take(client(peer.getAddress()));
            if (wait > 0) {
                throw ApiException.tooMany(Duration.ofNanos(wait));
            }
        }
        chain.proceed();
    }

    private boolean counts(InetAddress address) {
        return limit.ownMachine() || !address.isLoopbackAddress();
    }

    /** How long the client has to wait, in nanoseconds; 0 if it may ask now. */
    long take(String client) {
        long now = nanos.getAsLong();
        AtomicLong used = clients.get(client, _ -> new AtomicLong(now));
        while (true) {
            long before = used.get();
            long after = (before - now > 0 ? before : now) + interval;
            long wait = after - now - tolerance;
            if (wait > 0) {
                return wait;
            }
            if (used.compareAndSet(before, after)) {
                return 0;
            }
        }
    }

    /** How long the client would have to wait if it asked now; asks nothing for it. */
    long wait(String client) {
        AtomicLong used = clients.getIfPresent(client);
        return used == null ? 0 : Math.max(0, used.get() - nanos.getAsLong() + interval - tolerance);
    }

    /** How many clients are remembered. */
    long size() {
        clients.cleanUp();
        return clients.estimatedSize();
    }

    static String client(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
