package dev.sentimentagent.server.settings;

/**
 * How the service tells of its health.
 *
 * @param enabled whether it is asked for at all
 */
public record HealthSettings(boolean enabled, HealthThresholds thresholds) {
    static HealthSettings read(SettingsReader in) {
        return new HealthSettings(in.flag("HEALTH_CHECK_ENABLED", true), HealthThresholds.read(in));
    }
}
