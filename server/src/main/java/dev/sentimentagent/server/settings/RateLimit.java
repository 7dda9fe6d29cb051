package dev.sentimentagent.server.settings;

/**
 * How often one client may ask.
 *
 * @param perMinute requests a minute in the long run; 0 for no limit
 * @param burst how many of them at once
 * @param ownMachine whether clients on this machine count too: a proxy in front of the service is one, and stands for many
 */
public record RateLimit(int perMinute, int burst, boolean ownMachine) {
    private static final String PER_MINUTE = "API_RATE_LIMIT";
    private static final int MAX = 1_000_000;

    static RateLimit read(SettingsReader in) {
        return new RateLimit(in.integer(PER_MINUTE, 1200, 0, MAX), in.integer("API_RATE_BURST", 200, 1, MAX),
                in.text(PER_MINUTE).isPresent());
    }
}
