package dev.sentimentagent.standin;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How the stand-in behaves.
 *
 * @param port where it listens on 127.0.0.1, 0 for any free port
 * @param clientId the id that it accepts
 * @param clientSecret the secret that goes with it
 * @param tokenLifetime how long a token is valid, at least a second
 * @param listingCap most items that one listing reaches back to, at least 1
 * @param requestBudget requests that it answers in ten minutes before it says 429, at least 1
 * @param looseOrder whether neighbours in a listing sometimes change places, as on Reddit
 * @param unknownSubreddit what it answers for a subreddit that it does not have
 */
public record StandInSettings(
        int port,
        String clientId,
        String clientSecret,
        Duration tokenLifetime,
        int listingCap,
        int requestBudget,
        boolean looseOrder,
        UnknownSubreddit unknownSubreddit) {
    /** What happens when a subreddit does not exist. */
    public enum UnknownSubreddit {
        /** 302 to a search for its name, as Reddit does for most. */
        SEARCH,
        /** 404 with reason {@code banned}. */
        NOT_FOUND
    }

    /** Any free port, Reddit's own limits. */
    public static final StandInSettings DEFAULT = new StandInSettings(0, "stand-in", "stand-in-secret", Duration.ofHours(24), 1000, 1000,
            false, UnknownSubreddit.SEARCH);

    public StandInSettings {
        requireNonNull(clientId, "clientId");
        requireNonNull(clientSecret, "clientSecret");
        requireNonNull(tokenLifetime, "tokenLifetime");
        requireNonNull(unknownSubreddit, "unknownSubreddit");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
        if (tokenLifetime.toSeconds() < 1 || listingCap < 1 || requestBudget < 1) {
            throw new IllegalArgumentException("token lifetime (a second), listing cap and request budget must be at least 1");
        }
    }

    public StandInSettings withPort(int newPort) {
        return new StandInSettings(newPort, clientId, clientSecret, tokenLifetime, listingCap, requestBudget, looseOrder, unknownSubreddit);
    }

    public StandInSettings withListingCap(int newCap) {
        return new StandInSettings(port, clientId, clientSecret, tokenLifetime, newCap, requestBudget, looseOrder, unknownSubreddit);
    }

    public StandInSettings withRequestBudget(int newBudget) {
        return new StandInSettings(port, clientId, clientSecret, tokenLifetime, listingCap, newBudget, looseOrder, unknownSubreddit);
    }

    public StandInSettings withLooseOrder(boolean loose) {
        return new StandInSettings(port, clientId, clientSecret, tokenLifetime, listingCap, requestBudget, loose, unknownSubreddit);
    }

    public StandInSettings withUnknownSubreddit(UnknownSubreddit answer) {
        return new StandInSettings(port, clientId, clientSecret, tokenLifetime, listingCap, requestBudget, looseOrder, answer);
    }
}
