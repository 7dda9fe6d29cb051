package dev.sentimentagent.server.settings;

/** A setting is wrong; the message is one line that names it and says what it should be. */
public final class SettingsException extends RuntimeException {
    public SettingsException(String message) {
        super(message);
    }
}
