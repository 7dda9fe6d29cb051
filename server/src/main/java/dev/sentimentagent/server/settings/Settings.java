package dev.sentimentagent.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything an operator can set; {@code .env.example} documents each. Immutable.
 *
 * @param clock speed and start of the service's clock; empty for the machine's own
 */
public record Settings(
        RedditAccess reddit,
        CollectionSettings collection,
        StoreSettings store,
        HttpSettings http,
        HealthSettings health,
        LogSettings log,
        ReanalysisSettings reanalysis,
        Optional<ClockSpec> clock) {
    /**
     * Reads and validates all settings.
     *
     * @param values names and texts; unknown names are ignored
     * @param home where relative paths begin
     * @throws SettingsException at the first that is wrong
     */
    public static Settings of(Map<String, String> values, Path home) {
        return read(new SettingsReader(values), home);
    }

    /** All settings as NAME=value in one line, what was set first; of a secret only whether it is set. Takes what {@link #of} does. */
    public static String told(Map<String, String> values, Path home) {
        SettingsReader in = new SettingsReader(values);
        Settings _ = read(in, home);
        return in.told();
    }

    /** Names of all there are. */
    static Set<String> names() {
        SettingsReader defaults = new SettingsReader(Map.of());
        Settings _ = read(defaults, Path.of(""));
        return defaults.asked();
    }

    private static Settings read(SettingsReader in, Path home) {
        return new Settings(
                RedditAccess.read(in),
                CollectionSettings.read(in),
                StoreSettings.read(in, home),
                HttpSettings.read(in),
                HealthSettings.read(in),
                LogSettings.read(in),
                ReanalysisSettings.read(in),
                in.parse("CLOCK", text -> Optional.of(ClockSpec.parse(text)), Optional.empty(), _ -> true, ClockSpec.EXPECTED));
    }

    /** These settings, but with Reddit's API at another address. */
    public Settings pointedAt(URI other, Credentials account) {
        RedditAccess access = new RedditAccess(Optional.of(account), reddit.userAgent(), other, other, reddit.timeout());
        return new Settings(access, collection, store, http, health, log, reanalysis, clock);
    }

    /** No secrets in it. */
    @Override
    public String toString() {
        return "Settings[subreddits=%s, interval=%s, store=%s, api=%s:%d, reddit=%s, admin=%s]".formatted(
                collection.subreddits(),
                collection.interval(),
                store.address(),
                http.host(),
                http.port(),
                reddit.credentials().isPresent() ? reddit.api() : "off",
                http.adminToken() == null ? "off" : "on");
    }
}
