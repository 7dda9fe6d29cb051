package dev.sentimentagent.server.settings;

import dev.sentimentagent.model.store.RetryPolicy;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator can set; {@code .env.example} documents each. Immutable.
 *
 * @param credentials empty if unset: nothing is collected then
 * @param redditTimeout longest that one request to Reddit may take, its whole answer included
 * @param sqliteFile the database file that {@code STORE_URL} names
 * @param startupLoad how much is warmed after start
 * @param adminToken null: admin calls are off
 * @param clock speed and start of the service's clock; empty for the machine's own
 */
public record Settings(
        Optional<Credentials> credentials,
        String userAgent,
        URI redditApi,
        URI redditAuth,
        Duration redditTimeout,
        List<String> subreddits,
        Duration collectionInterval,
        Path sqliteFile,
        RetryPolicy storeRetries,
        Duration startupLoad,
        boolean healthEnabled,
        HealthThresholds health,
        String host,
        int port,
        List<String> corsOrigins,
        @Nullable String adminToken,
        String logLevel,
        String logFormat,
        Optional<ClockSpec> clock) {
    /** Spec C2. */
    public static final List<String> DEFAULT_SUBREDDITS = List.of(
            "Cursor",
            "Bard",
            "GithubCopilot",
            "claude",
            "windsurf",
            "ChatGPTCoding",
            "vibecoding",
            "aws",
            "programming",
            "MachineLearning",
            "artificial",
            "OpenAI",
            "kiroIDE",
            "JulesAgent");

    private static final Pattern SUBREDDIT = Pattern.compile("\\w{2,50}");
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/\\s,]+");
    private static final String SQLITE = "sqlite:";

    public Settings {
        subreddits = List.copyOf(subreddits);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /**
     * Reads and validates all settings.
     *
     * @param values names and texts; unknown names are ignored
     * @param home where relative paths begin
     * @throws SettingsException at the first that is wrong
     */
    public static Settings of(Map<String, String> values, Path home) {
        SettingsReader in = new SettingsReader(values);
        in.oneOf("SENTIMENT_METHOD", "VADER", List.of("VADER"));
        return new Settings(
                credentials(in),
                in.header("REDDIT_USER_AGENT").orElse("java:dev.sentimentagent:v0.1.0 (by /u/sentimentagent)"),
                in.httpUri("REDDIT_API_URL", "https://oauth.reddit.com"),
                in.httpUri("REDDIT_AUTH_URL", "https://www.reddit.com"),
                Duration.ofSeconds(in.integer("REDDIT_TIMEOUT_SECONDS", 30, 1, 300)),
                subreddits(in),
                Duration.ofMinutes(in.integer("COLLECTION_INTERVAL_MINUTES", 30, 1, 24 * 60)),
                sqliteFile(in, home),
                new RetryPolicy(
                        in.integer("DB_RETRY_MAX_ATTEMPTS", 3, 1, 20),
                        Duration.ofMillis(Math.round(in.number("DB_RETRY_BASE_DELAY", 1, 0, 60) * 1000))),
                Duration.ofHours(in.integer("STARTUP_LOAD_HOURS", 24, 0, 2160)),
                in.flag("HEALTH_CHECK_ENABLED", true),
                HealthThresholds.read(in),
                host(in),
                in.integer("API_PORT", 8000, 0, 65535),
                origins(in),
                in.text("ADMIN_TOKEN").orElse(null),
                in.oneOf("LOG_LEVEL", "INFO", List.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE")),
                in.oneOf("LOG_FORMAT", "text", List.of("text", "json")),
                in.parse("CLOCK", text -> Optional.of(ClockSpec.parse(text)), Optional.empty(), _ -> true, ClockSpec.EXPECTED));
    }

    /** These settings, but with Reddit's API at another address. */
    public Settings pointedAt(URI reddit, Credentials account) {
        return new Settings(
                Optional.of(account),
                userAgent,
                reddit,
                reddit,
                redditTimeout,
                subreddits,
                collectionInterval,
                sqliteFile,
                storeRetries,
                startupLoad,
                healthEnabled,
                health,
                host,
                port,
                corsOrigins,
                adminToken,
                logLevel,
                logFormat,
                clock);
    }

    private static Optional<Credentials> credentials(SettingsReader in) {
        Optional<String> id = in.header("REDDIT_CLIENT_ID");
        Optional<String> secret = in.header("REDDIT_CLIENT_SECRET");
        if (id.isPresent() != secret.isPresent()) {
            throw new SettingsException("REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET must be set together");
        }
        return id.map(present -> new Credentials(present, secret.orElseThrow()));
    }

    private static List<String> origins(SettingsReader in) {
        List<String> origins = in.list("API_CORS_ORIGINS", List.of());
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new SettingsException(
                        "API_CORS_ORIGINS must be origins such as https://dashboard.example; \"" + origin + "\" is none");
            }
        }
        return origins;
    }

    private static String host(SettingsReader in) {
        String host = in.text("API_HOST", "127.0.0.1");
        try {
            InetAddress _ = InetAddress.getByName(host);
        } catch (UnknownHostException _) {
            throw new SettingsException("API_HOST must be an address or name of this machine; \"" + host + "\" is not known");
        }
        return host;
    }

    private static List<String> subreddits(SettingsReader in) {
        List<String> names = in.list("SUBREDDITS", DEFAULT_SUBREDDITS);
        for (String name : names) {
            if (!SUBREDDIT.matcher(name).matches()) {
                throw new SettingsException("SUBREDDITS must be names without r/, separated by commas; \"" + name + "\" is none");
            }
        }
        if (names.isEmpty()) {
            throw new SettingsException("SUBREDDITS must name at least one subreddit");
        }
        Map<String, String> distinct = new LinkedHashMap<>();
        names.forEach(name -> distinct.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return List.copyOf(distinct.values());
    }

    private static Path sqliteFile(SettingsReader in, Path home) {
        String url = in.text("STORE_URL", "sqlite:data/sentimentagent.db");
        if (!url.startsWith(SQLITE) || url.length() == SQLITE.length()) {
            throw new SettingsException(
                    "STORE_URL must be sqlite:FILE such as sqlite:data/sentimentagent.db; this version has no other backend");
        }
        if (url.contains("?") || url.equals(SQLITE + ":memory:")) {
            throw new SettingsException("STORE_URL must be sqlite:FILE: a file, and no parameters after a question mark");
        }
        try {
            return home.resolve(url.substring(SQLITE.length()));
        } catch (InvalidPathException e) {
            throw new SettingsException("STORE_URL must be sqlite:FILE; the file's name cannot be used here: " + e.getReason());
        }
    }

    /** No secrets in it. */
    @Override
    public String toString() {
        return "Settings[subreddits=%s, interval=%s, store=%s, api=%s:%d, reddit=%s, admin=%s]".formatted(
                subreddits,
                collectionInterval,
                sqliteFile,
                host,
                port,
                credentials.isPresent() ? redditApi : "off",
                adminToken == null ? "off" : "on");
    }
}
