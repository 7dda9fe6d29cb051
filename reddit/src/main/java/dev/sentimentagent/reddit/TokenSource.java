package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.time.TimeSource;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the bearer token of one credential (OAuth 2, RFC 6749, client credentials grant): asks for it when it is first needed, renews it
 * shortly before it expires and when Reddit no longer takes it. Thread-safe; one thread asks, the others wait for its answer.
 */
final class TokenSource {
    /** How long before its end a token is renewed, at most; a token of a few seconds is renewed after half of them. */
    private static final Duration MARGIN = Duration.ofMinutes(5);
    /** Lifetime of a token that does not tell. */
    private static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);
    private static final Duration MAX_LIFETIME = Duration.ofDays(1);
    /** How long a credential that was refused is not tried again: the rest of a cycle need not ask, the next one may. */
    private static final Duration REFUSAL_HOLDS = Duration.ofMinutes(5);
    /** How long after a renewal that did not help none is tried again. */
    private static final Duration USELESS_HOLDS = Duration.ofMinutes(1);

    private final HttpRequest request;
    private final Attempts attempts;
    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private Grant.@Nullable Token token;
    private Grant.@Nullable Denied refusal;
    private Instant refusedAt = Instant.EPOCH;
    private Instant uselessAt = Instant.EPOCH;

    /** What asking for a token came to. */
    sealed interface Grant {
        record Token(String value, Instant renewAt, Instant expiresAt) implements Grant {
            @Override
            public String toString() {
                return "Token[value=***, renewAt=" + renewAt + ", expiresAt=" + expiresAt + "]";
            }
        }

        record Denied(Fetch.Failure failure) implements Grant {}
    }

    TokenSource(RedditSettings settings, Attempts attempts, TimeSource time) {
        this.request = request(settings);
        this.attempts = attempts;
        this.time = time;
    }

    /** What asks for a token. */
    static HttpRequest request(RedditSettings settings) {
        String credential = settings.clientId() + ":" + settings.clientSecret();
        return HttpRequest.newBuilder(Urls.below(settings.authUrl(), "/api/v1/access_token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8)))
                .header("User-Agent", settings.userAgent())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    /** A token that should be good. */
    Grant get(Patience patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return token != null && time.instant().isBefore(token.renewAt()) ? token : request(patience);
        } finally {
            lock.unlock();
        }
    }

    /** A token in the place of one that Reddit did not take, unless the last renewal was just now and did not help. */
    Grant renew(Grant.Token rejected, Patience patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (token != null && !token.equals(rejected)) {
                return token;
            }
            if (within(uselessAt, USELESS_HOLDS)) {
                return new Grant.Denied(new Fetch.Failure(Reason.UNAUTHORIZED, "401: Reddit does not take a new token either"));
            }
            token = null;
            return request(patience);
        } finally {
            lock.unlock();
        }
    }

    /** Says that a token fresh from {@link #renew} was not taken. */
    void renewalWasUseless() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            uselessAt = time.instant();
        } finally {
            lock.unlock();
        }
    }

    private Grant request(Patience patience) throws InterruptedException {
        if (refusal != null && within(refusedAt, REFUSAL_HOLDS)) {
            return refusal;
        }
        refusal = null;
        Grant grant = attempts.run(request, new TokenInterpreter(time), patience);
        switch (grant) {
            case Grant.Token fresh -> token = fresh;
            case Grant.Denied denied when denied.failure().reason() == Reason.UNAUTHORIZED -> {
                token = null;
                refusal = denied;
                refusedAt = time.instant();
            }
            case Grant.Denied _ -> {
                // Renewed early, so that Reddit may fail for a while: the old one is still good.
                if (token != null && time.instant().isBefore(token.expiresAt())) {
                    return token;
                }
            }
        }
        return grant;
    }

    /** Whether {@code since} was less than so long ago. A clock that was set back ends it: nothing is held for longer by that. */
    private boolean within(Instant since, Duration length) {
        Duration age = Duration.between(since, time.instant());
        return !age.isNegative() && age.compareTo(length) < 0;
    }

    /** Understands what Reddit answers to {@link #request(RedditSettings)}. */
    record TokenInterpreter(TimeSource time) implements Attempts.Interpreter<Grant> {
        @Override
        public Attempts.Verdict<Grant> interpret(Exchange.Answer answer) {
            Map<String, String> members = FlatJson.of(answer);
            String value = members.getOrDefault("access_token", "");
            String error = OneLine.of(members.getOrDefault("error", ""));
            if (answer.status() == 200 && isToken(value)) {
                Instant now = time.instant();
                Duration lifetime = lifetime(members.get("expires_in"));
                Duration half = lifetime.dividedBy(2);
                Duration margin = half.compareTo(MARGIN) < 0 ? half : MARGIN;
                return new Attempts.Verdict<>(new Grant.Token(value, now.plus(lifetime).minus(margin), now.plus(lifetime)), false);
            }
            boolean refused = answer.status() == 400 || answer.status() == 401 || answer.status() == 403
                    || (answer.status() == 200 && !error.isEmpty());
            if (refused) {
                String detail = answer.status() + " when a token was asked for" + (error.isEmpty() ? "" : ": " + error);
                return new Attempts.Verdict<>(failed(new Fetch.Failure(Reason.UNAUTHORIZED, detail)), false);
            }
            if (answer.status() == 200) {
                return new Attempts.Verdict<>(
                        failed(new Fetch.Failure(Reason.MALFORMED, "no token in the answer (" + answer.contentType() + ")")), true);
            }
            return new Attempts.Verdict<>(
                    failed(new Fetch.Failure(Reason.REFUSED, answer.status() + " when a token was asked for")), false);
        }

        @Override
        public Grant failed(Fetch.Failure failure) {
            return new Grant.Denied(failure);
        }

        /** Another host with a budget of its own. */
        @Override
        public boolean budgeted() {
            return false;
        }

        private static Duration lifetime(@Nullable String seconds) {
            try {
                double lifetime = seconds == null ? 0 : Double.parseDouble(seconds);
                if (lifetime > 0) {
                    return lifetime >= MAX_LIFETIME.toSeconds() ? MAX_LIFETIME : Duration.ofMillis((long) (lifetime * 1000));
                }
            } catch (NumberFormatException e) {
                return DEFAULT_LIFETIME;
            }
            return DEFAULT_LIFETIME;
        }

        /** Anything else would break the header it goes into. */
        private static boolean isToken(String value) {
            return !value.isEmpty() && value.length() < 8192 && value.chars().allMatch(c -> c > ' ' && c <= '~');
        }
    }
}
