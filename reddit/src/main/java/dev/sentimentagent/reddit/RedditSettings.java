package dev.sentimentagent.reddit;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.store.RetryPolicy;
import java.net.URI;
import java.time.Duration;

/**
 * How Reddit is reached. Its text ({@link #toString}) never shows the secret.
 *
 * @param apiUrl where data is asked for, {@value #DEFAULT_API_URL} unless a stand-in is used
 * @param authUrl where tokens are asked for, {@value #DEFAULT_AUTH_URL} unless a stand-in is used
 * @param userAgent of the form Reddit asks for: {@code platform:app-id:version (by /u/name)}
 * @param connectTimeout longest that making a connection may take, by the machine's clock
 * @param requestTimeout longest that one request may take, from its first byte to the last of its answer, by the machine's clock
 * @param patience longest that one call may spend waiting, for the limiter and between tries, requests themselves not counted; a call
 *     that would have to wait longer fails at once
 * @param retries how often a request that failed on the way or in Reddit is made, and with what delays
 */
public record RedditSettings(
        URI apiUrl,
        URI authUrl,
        String clientId,
        String clientSecret,
        String userAgent,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration patience,
        RetryPolicy retries) {
    public static final String DEFAULT_API_URL = "https://oauth.reddit.com";
    public static final String DEFAULT_AUTH_URL = "https://www.reddit.com";

    private static final int MAX_PORT = 65535;

    /** @throws IllegalArgumentException if a value cannot work; the message never holds the secret */
    public RedditSettings {
        requireUrl("apiUrl", apiUrl);
        requireUrl("authUrl", authUrl);
        requireVisible("clientId", clientId);
        requireVisible("clientSecret", clientSecret);
        requireVisible("userAgent", userAgent);
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("requestTimeout", requestTimeout);
        requirePositive("patience", patience);
        requireNonNull(retries, "retries");
    }

    /** Reddit itself, with the given credentials and otherwise the defaults. */
    public static RedditSettings of(String clientId, String clientSecret, String userAgent) {
        return new RedditSettings(URI.create(DEFAULT_API_URL), URI.create(DEFAULT_AUTH_URL), clientId, clientSecret, userAgent,
                Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5), new RetryPolicy(3, Duration.ofSeconds(1)));
    }

    /** The same with other addresses, such as a stand-in's. */
    public RedditSettings withUrls(URI api, URI auth) {
        return new RedditSettings(api, auth, clientId, clientSecret, userAgent, connectTimeout, requestTimeout, patience, retries);
    }

    /** The same with another limit for the time of one request. */
    public RedditSettings withRequestTimeout(Duration timeout) {
        return new RedditSettings(apiUrl, authUrl, clientId, clientSecret, userAgent, connectTimeout, timeout, patience, retries);
    }

    @Override
    public String toString() {
        return "RedditSettings[apiUrl=" + apiUrl + ", authUrl=" + authUrl + ", clientId=" + clientId + ", clientSecret=***, userAgent="
                + userAgent + ", connectTimeout=" + connectTimeout + ", requestTimeout=" + requestTimeout + ", patience=" + patience
                + ", retries=" + retries + "]";
    }

    /** Whether Reddit's API can be asked for there: an http or https address without user, query and fragment. */
    public static boolean isAddress(URI url) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        return http
                && url.getHost() != null
                && url.getPort() <= MAX_PORT
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    /**
     * Whether a text can become a header: printable ASCII, and not blank. A control character would break the request, or smuggle another
     * into it.
     */
    public static boolean isVisible(String value) {
        return !value.isBlank() && value.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static void requireUrl(String name, URI url) {
        requireNonNull(url, name);
        if (!isAddress(url)) {
            throw new IllegalArgumentException(name + " must be an http or https address without user, query and fragment");
        }
    }

    private static void requireVisible(String name, String value) {
        requireNonNull(value, name);
        if (!isVisible(value)) {
            throw new IllegalArgumentException(name + " must be printable ASCII and not blank");
        }
    }

    private static void requirePositive(String name, Duration duration) {
        requireNonNull(duration, name);
        if (!duration.isPositive() || duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(name + " must be more than zero and at most a day: " + duration);
        }
    }
}
