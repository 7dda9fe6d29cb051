package dev.sentimentagent.server.settings;

import dev.sentimentagent.reddit.RedditSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How Reddit is reached.
 *
 * @param credentials empty if unset: nothing is collected then
 * @param timeout longest that one request may take, its whole answer included
 */
public record RedditAccess(Optional<Credentials> credentials, String userAgent, URI api, URI auth, Duration timeout) {
    /** Names the program, and nobody who runs it. */
    public static final String DEFAULT_USER_AGENT = "java:dev.sentimentagent:v0.1.0 (by /u/sentimentagent)";

    static RedditAccess read(SettingsReader in) {
        return new RedditAccess(
                credentials(in),
                in.header("REDDIT_USER_AGENT", DEFAULT_USER_AGENT),
                in.httpUri("REDDIT_API_URL", RedditSettings.DEFAULT_API_URL),
                in.httpUri("REDDIT_AUTH_URL", RedditSettings.DEFAULT_AUTH_URL),
                Duration.ofSeconds(in.integer("REDDIT_TIMEOUT_SECONDS", 30, 1, 300)));
    }

    private static Optional<Credentials> credentials(SettingsReader in) {
        Optional<String> id = in.header("REDDIT_CLIENT_ID");
        Optional<String> secret = in.header("REDDIT_CLIENT_SECRET");
        if (id.isPresent() != secret.isPresent()) {
            throw new SettingsException("REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET must be set together");
        }
        return id.map(present -> new Credentials(present, secret.orElseThrow()));
    }

    /** What a client of Reddit needs to know; empty without credentials. */
    public Optional<RedditSettings> client() {
        return credentials.map(
                account -> RedditSettings.of(account.clientId(), account.clientSecret(), userAgent)
                        .withUrls(api, auth)
                        .withRequestTimeout(timeout));
    }
}
