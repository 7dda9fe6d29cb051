package dev.sentimentagent.standin;

import dev.sentimentagent.model.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues bearer tokens for one pair of credentials and knows which are valid. Thread-safe. */
final class Tokens {
    private static final int MOST = 10_000;

    private final String credentials;
    private final Duration lifetime;
    private final TimeSource time;
    private final Map<String, Instant> expiries = new HashMap<>();

    Tokens(StandInSettings settings, TimeSource time) {
        byte[] pair = (settings.clientId() + ":" + settings.clientSecret()).getBytes(StandardCharsets.UTF_8);
        this.credentials = Base64.getEncoder().encodeToString(pair);
        this.lifetime = settings.tokenLifetime();
        this.time = time;
    }

    /** Whether the header is basic authentication with the right credentials. */
    boolean accepts(@Nullable String authorization) {
        return credentials.equals(credentialsIn(authorization, "basic "));
    }

    synchronized String issue() {
        Instant now = time.instant();
        expiries.values().removeIf(expiry -> !expiry.isAfter(now));
        if (expiries.size() >= MOST) {
            expiries.clear();
        }
        String token = UUID.randomUUID().toString();
        expiries.put(token, now.plus(lifetime));
        return token;
    }

    /** Whether the header bears a token that is valid now. */
    synchronized boolean valid(@Nullable String authorization) {
        String token = credentialsIn(authorization, "bearer ");
        Instant expiry = token == null ? null : expiries.get(token);
        return expiry != null && expiry.isAfter(time.instant());
    }

    synchronized void revokeAll() {
        expiries.clear();
    }

    private static @Nullable String credentialsIn(@Nullable String authorization, String scheme) {
        if (authorization == null || !authorization.regionMatches(true, 0, scheme, 0, scheme.length())) {
            return null;
        }
        return authorization.substring(scheme.length()).trim();
    }
}
