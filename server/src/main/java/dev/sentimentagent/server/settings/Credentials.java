package dev.sentimentagent.server.settings;

/** What identifies us to Reddit's API. Never printed. */
public record Credentials(String clientId, String clientSecret) {
    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
