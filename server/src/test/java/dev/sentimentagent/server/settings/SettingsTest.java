package dev.sentimentagent.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.reddit.RedditSettings;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.store.sql.PostgresqlUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Path HOME = Path.of("/home/agent");

    @Test
    void defaultsNeedNothing() {
        Settings settings = Settings.of(Map.of(), HOME);
        assertThat(settings.reddit().credentials()).isEmpty();
        assertThat(settings.collection().subreddits()).hasSize(14).contains("Cursor", "JulesAgent");
        assertThat(settings.collection().interval()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.store().address()).isEqualTo(new StoreAddress.Sqlite(Path.of("/home/agent/data/sentimentagent.db")));
        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
        assertThat(settings.http().port()).isEqualTo(8000);
        assertThat(settings.http().adminToken()).isNull();
        assertThat(settings.store().retries().maxAttempts()).isEqualTo(3);
        assertThat(settings.store().retries().baseDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.health().thresholds().unhealthyFreshness()).isEqualTo(Duration.ofMinutes(120));
        assertThat(settings.http().corsOrigins()).containsExactly("http://localhost:3000", "http://localhost:5173");
        assertThat(settings.http().rateLimit()).isEqualTo(new RateLimit(1200, 200, false));
        assertThat(settings.store().retention()).contains(Duration.ofDays(90));
        assertThat(settings.store().startupLoad()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.collection().sentimentMethod()).isEqualTo(SentimentMethod.DEVTALK);
        assertThat(settings.log()).isEqualTo(new LogSettings("INFO", "text"));
        assertThat(settings.reddit().client()).isEmpty();
        assertThat(settings.clock()).isEmpty();
    }

    @Test
    void allOfThemAreToldButNoSecret() throws IOException {
        String told = Settings.told(Map.of("REDDIT_CLIENT_ID", "id", "REDDIT_CLIENT_SECRET", "hush", "API_PORT", "8001"), HOME);
        assertThat(told).startsWith("set: REDDIT_CLIENT_ID=*** REDDIT_CLIENT_SECRET=*** API_PORT=8001; by default: ")
                .contains("COLLECTION_INTERVAL_MINUTES=30 ", "SUBREDDITS=Cursor,Bard,", " CLOCK=", "ADMIN_TOKEN= ")
                .doesNotContain("hush", "Optional");
        assertThat(Settings.names()).allSatisfy(name -> assertThat(told).contains(name + "="));
    }

    @Test
    void aDatabaseOnAServerHasItsPasswordApart() {
        Map<String, String> values = Map.of("STORE_URL", "postgresql://agent@db:5432/opinions?sslmode=verify-full", "STORE_PASSWORD",
                "hush");
        Settings settings = Settings.of(values, HOME);
        assertThat(settings.store().address()).isEqualTo(new StoreAddress.Postgresql(
                PostgresqlUrl.parse("postgresql://agent@db:5432/opinions?sslmode=verify-full"), Optional.of("hush"), HOME.resolve("data")));
        assertThat(settings.store().address().file()).isEmpty();
        assertThat(settings.toString() + settings.store().address() + Settings.told(values, HOME)).doesNotContain("hush")
                .contains("postgresql://agent@db:5432/opinions", "STORE_PASSWORD=***");
        assertThatThrownBy(() -> Settings.of(Map.of("STORE_URL", "postgresql://agent:hush@db/opinions"), HOME))
                .isInstanceOf(SettingsException.class)
                .hasMessage("STORE_URL must have no password in it: set STORE_PASSWORD or STORE_PASSWORD_FILE");
    }

    @Test
    void anAccountOfCosmosDbHasItsKeyApart() {
        String account = "https://acme.documents.azure.com:443/opinions";
        Map<String, String> values = Map.of("STORE_URL", "cosmos:" + account, "STORE_PASSWORD", "hush");
        Settings settings = Settings.of(values, HOME);
        assertThat(settings.store().address())
                .isEqualTo(new StoreAddress.Cosmos(account, Optional.of("hush"), HOME.resolve("data")))
                .hasToString("cosmos:" + account);
        assertThat(settings.store().address().file()).isEmpty();
        assertThat(settings + Settings.told(values, HOME)).doesNotContain("hush");
        for (String wrong : List.of("AccountEndpoint=https://acme;AccountKey=hush", "https://agent:hush@acme/opinions",
                "https://acme/a?key=hush", "")) {
            assertThatThrownBy(() -> Settings.of(Map.of("STORE_URL", "cosmos:" + wrong), HOME)).isInstanceOf(SettingsException.class)
                    .hasMessageContaining("STORE_PASSWORD_FILE")
                    .hasMessageNotContaining("hush");
        }
    }

    @Test
    void everySettingIsRead() {
        Settings settings = Settings.of(
                Map.ofEntries(
                        Map.entry("REDDIT_CLIENT_ID", "id"),
                        Map.entry("REDDIT_CLIENT_SECRET", "hush"),
                        Map.entry("REDDIT_USER_AGENT", "a:b:c (by /u/d)"),
                        Map.entry("REDDIT_API_URL", "http://127.0.0.1:1/"),
                        Map.entry("REDDIT_AUTH_URL", "http://127.0.0.1:2"),
                        Map.entry("SUBREDDITS", " LocalLLaMA , cursor, Cursor "),
                        Map.entry("COLLECTION_INTERVAL_MINUTES", "5"),
                        Map.entry("REDDIT_TIMEOUT_SECONDS", "7"),
                        Map.entry("STORE_URL", "sqlite:/tmp/x.db"),
                        Map.entry("STORE_PASSWORD", "unused by a file"),
                        Map.entry("DATA_RETENTION_DAYS", "365"),
                        Map.entry("DB_RETRY_MAX_ATTEMPTS", "5"),
                        Map.entry("DB_RETRY_BASE_DELAY", "0.25"),
                        Map.entry("STARTUP_LOAD_HOURS", "48"),
                        Map.entry("HEALTH_CHECK_ENABLED", "false"),
                        Map.entry("HEALTH_FRESHNESS_DEGRADED_MINUTES", "10"),
                        Map.entry("HEALTH_FRESHNESS_UNHEALTHY_MINUTES", "20"),
                        Map.entry("HEALTH_MEMORY_DEGRADED_MB", "100"),
                        Map.entry("HEALTH_MEMORY_UNHEALTHY_MB", "200"),
                        Map.entry("HEALTH_FAILURE_SHARE_DEGRADED", "0.5"),
                        Map.entry("HEALTH_STORE_PATIENCE_SECONDS", "2.5"),
                        Map.entry("API_HOST", "0.0.0.0"),
                        Map.entry("API_PORT", "0"),
                        Map.entry("API_CORS_ORIGINS", "https://a.example, https://b.example"),
                        Map.entry("ADMIN_TOKEN", "sesame"),
                        Map.entry("API_RATE_LIMIT", "60"),
                        Map.entry("API_RATE_BURST", "7"),
                        Map.entry("LOG_LEVEL", "DEBUG"),
                        Map.entry("LOG_FORMAT", "json"),
                        Map.entry("SENTIMENT_METHOD", "VADER"),
                        Map.entry("CLOCK", "2025-08-01T00:00:00Z@2026-01-01T00:00:00Z*60")),
                HOME);
        assertThat(settings.reddit().credentials()).contains(new Credentials("id", "hush"));
        assertThat(settings.reddit().api()).isEqualTo(URI.create("http://127.0.0.1:1"));
        assertThat(settings.reddit().auth()).isEqualTo(URI.create("http://127.0.0.1:2"));
        assertThat(settings.collection().subreddits()).containsExactly("LocalLLaMA", "cursor");
        assertThat(settings.collection().interval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.store().address()).isEqualTo(new StoreAddress.Sqlite(Path.of("/tmp/x.db")));
        assertThat(settings.store().retries().baseDelay()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.store().retries().maxAttempts()).isEqualTo(5);
        assertThat(settings.store().startupLoad()).isEqualTo(Duration.ofHours(48));
        assertThat(settings.store().retention()).contains(Duration.ofDays(365));
        assertThat(settings.http().host()).isEqualTo("0.0.0.0");
        assertThat(settings.http().port()).isZero();
        assertThat(settings.log()).isEqualTo(new LogSettings("DEBUG", "json"));
        assertThat(settings.health().enabled()).isFalse();
        assertThat(settings.health().thresholds())
                .isEqualTo(new HealthThresholds(Duration.ofMinutes(10), Duration.ofMinutes(20), 100L << 20, 200L << 20, 0.5,
                        Duration.ofMillis(2500)));
        assertThat(settings.http().corsOrigins()).isEqualTo(List.of("https://a.example", "https://b.example"));
        assertThat(settings.http().adminToken()).isEqualTo("sesame");
        assertThat(settings.http().rateLimit()).isEqualTo(new RateLimit(60, 7, true));
        assertThat(settings.clock().orElseThrow().factor()).isEqualTo(60);
    }

    @Test
    void redditIsReachedAsSet() {
        RedditSettings client = Settings
                .of(Map.of("REDDIT_CLIENT_ID", "id", "REDDIT_CLIENT_SECRET", "hush", "REDDIT_USER_AGENT", "a:b:c (by /u/d)",
                        "REDDIT_API_URL", "http://127.0.0.1:1", "REDDIT_TIMEOUT_SECONDS", "7"), HOME)
                .reddit()
                .client()
                .orElseThrow();
        assertThat(client.clientId()).isEqualTo("id");
        assertThat(client.clientSecret()).isEqualTo("hush");
        assertThat(client.userAgent()).isEqualTo("a:b:c (by /u/d)");
        assertThat(client.apiUrl()).isEqualTo(URI.create("http://127.0.0.1:1"));
        assertThat(client.authUrl()).isEqualTo(URI.create("https://www.reddit.com"));
        assertThat(client.requestTimeout()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void noRetentionKeepsForEver() {
        assertThat(Settings.of(Map.of("DATA_RETENTION_DAYS", "0"), HOME).store().retention()).isEmpty();
    }

    @Test
    void secretsAreNotPrinted() {
        Settings settings = Settings.of(Map.of("REDDIT_CLIENT_ID", "myid", "REDDIT_CLIENT_SECRET", "hush", "ADMIN_TOKEN", "sesame"), HOME);
        assertThat(settings.toString() + settings.reddit() + settings.http()).doesNotContain("hush", "sesame", "myid");
    }

    @ParameterizedTest
    @CsvSource({
            "API_PORT, 70000",
            "API_PORT, eight",
            "COLLECTION_INTERVAL_MINUTES, 0",
            "STORE_URL, mysql:x",
            "STORE_URL, sqlite",
            "STORE_URL, sqlite:",
            "DATA_RETENTION_DAYS, -1",
            "DATA_RETENTION_DAYS, 3651",
            "STORE_URL, sqlite:data/x.db?mode=ro",
            "SUBREDDITS, r/cursor",
            "SUBREDDITS, ','",
            "STORE_URL, sqlite::memory:",
            "REDDIT_API_URL, reddit.com",
            "REDDIT_API_URL, http://127.0.0.1:99999",
            "REDDIT_AUTH_URL, https://reddit.com/?x=1",
            "REDDIT_USER_AGENT, ünï",
            "LOG_FORMAT, xml",
            "LOG_LEVEL, loud",
            "SENTIMENT_METHOD, GUESS",
            "HEALTH_CHECK_ENABLED, maybe",
            "HEALTH_FRESHNESS_DEGRADED_MINUTES, 500",
            "HEALTH_MEMORY_DEGRADED_MB, 501",
            "HEALTH_STORE_PATIENCE_SECONDS, 0",
            "DB_RETRY_BASE_DELAY, -1",
            "API_RATE_LIMIT, -1",
            "API_RATE_BURST, 0",
            "API_CORS_ORIGINS, not an origin",
            "API_CORS_ORIGINS, https://a.example/path",
            "API_HOST, nosuch.invalid",
            "CLOCK, yesterday",
            "CLOCK, 2025-08-01T00:00:00Z*0",
            "CLOCK, 2025-08-01T00:00:00Z*99999999999999999999",
            "CLOCK, 2025-08-01T00:00:00Z@-999999999-01-01T00:00:00Z*2",
            "REDDIT_CLIENT_ID, alone"})
    void aBadValueIsNamed(String name, String value) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value), HOME)).isInstanceOf(SettingsException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("\n");
    }

    @Test
    void theEnvironmentWinsOverTheFileAndSecretsMayLieInFiles(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".env"),
                "# comment\nAPI_PORT=1\nLOG_FORMAT=json\nADMIN_TOKEN_FILE=" + folder.resolve("token") + "\n");
        Files.writeString(folder.resolve("token"), "sesame\n");
        Environment environment = Environment.read(folder, Map.of("API_PORT", "2", "COLOR", "always"));
        assertThat(environment.strays()).isEmpty();
        assertThat(environment.values()).containsEntry("API_PORT", "2").containsEntry("LOG_FORMAT", "json").containsEntry("ADMIN_TOKEN",
                "sesame");
    }

    @Test
    void aSlipInTheFileIsNamedWithWhatWasMeant(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".env"), "COLECTION_INTERVAL_MINUTES=5\nlog_format=json\nADMIN_TOKEN_FIL=x\nAPI_PORT=1\n");
        assertThat(Environment.read(folder, Map.of()).strays()).containsExactly(
                "ADMIN_TOKEN_FIL is not a setting; did you mean ADMIN_TOKEN_FILE?",
                "COLECTION_INTERVAL_MINUTES is not a setting; did you mean COLLECTION_INTERVAL_MINUTES?",
                "log_format is not a setting; did you mean LOG_FORMAT?");
    }

    @Test
    void aMissingSecretFileIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> Environment.read(folder, Map.of("ADMIN_TOKEN_FILE", "/nowhere/token")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("ADMIN_TOKEN_FILE");
    }

    /** {@code .env.example} documents every setting that the code reads, and no other. */
    @Test
    void everySettingIsDocumented() throws IOException {
        Path root = Path.of("..");
        Set<String> documented = names(Files.readString(root.resolve(".env.example")), "(?m)^#?([A-Z][A-Z_]+)=");
        assertThat(Settings.names()).hasSizeGreaterThan(20).isEqualTo(documented);
    }

    private static Set<String> names(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        Set<String> names = new TreeSet<>();
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
