package dev.sentimentagent.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        assertThat(settings.credentials()).isEmpty();
        assertThat(settings.subreddits()).hasSize(14).contains("Cursor", "JulesAgent");
        assertThat(settings.collectionInterval()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.sqliteFile()).isEqualTo(Path.of("/home/agent/data/sentimentagent.db"));
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8000);
        assertThat(settings.adminToken()).isNull();
        assertThat(settings.storeRetries().maxAttempts()).isEqualTo(3);
        assertThat(settings.storeRetries().baseDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.health().unhealthyFreshness()).isEqualTo(Duration.ofMinutes(120));
        assertThat(settings.clock()).isEmpty();
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
                        Map.entry("STORE_URL", "sqlite:/tmp/x.db"),
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
                        Map.entry("LOG_LEVEL", "DEBUG"),
                        Map.entry("LOG_FORMAT", "json"),
                        Map.entry("SENTIMENT_METHOD", "VADER"),
                        Map.entry("CLOCK", "2025-08-01T00:00:00Z@2026-01-01T00:00:00Z*60")),
                HOME);
        assertThat(settings.credentials()).contains(new Credentials("id", "hush"));
        assertThat(settings.redditApi()).isEqualTo(URI.create("http://127.0.0.1:1"));
        assertThat(settings.redditAuth()).isEqualTo(URI.create("http://127.0.0.1:2"));
        assertThat(settings.subreddits()).containsExactly("LocalLLaMA", "cursor");
        assertThat(settings.collectionInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.sqliteFile()).isEqualTo(Path.of("/tmp/x.db"));
        assertThat(settings.storeRetries().baseDelay()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.healthEnabled()).isFalse();
        assertThat(settings.health())
                .isEqualTo(new HealthThresholds(Duration.ofMinutes(10), Duration.ofMinutes(20), 100L << 20, 200L << 20, 0.5,
                        Duration.ofMillis(2500)));
        assertThat(settings.corsOrigins()).isEqualTo(List.of("https://a.example", "https://b.example"));
        assertThat(settings.adminToken()).isEqualTo("sesame");
        assertThat(settings.clock().orElseThrow().factor()).isEqualTo(60);
    }

    @Test
    void secretsAreNotPrinted() {
        Settings settings = Settings.of(Map.of("REDDIT_CLIENT_ID", "myid", "REDDIT_CLIENT_SECRET", "hush", "ADMIN_TOKEN", "sesame"), HOME);
        assertThat(settings.toString() + settings.credentials()).doesNotContain("hush", "sesame", "myid");
    }

    @ParameterizedTest
    @CsvSource({
            "API_PORT, 70000",
            "API_PORT, eight",
            "COLLECTION_INTERVAL_MINUTES, 0",
            "STORE_URL, mysql:x",
            "STORE_URL, sqlite:",
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
        Map<String, String> values = Environment.read(folder, Map.of("API_PORT", "2"));
        assertThat(values).containsEntry("API_PORT", "2").containsEntry("LOG_FORMAT", "json").containsEntry("ADMIN_TOKEN", "sesame");
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
        Set<String> read = new TreeSet<>();
        for (String source : new String[]{"Settings", "HealthThresholds"}) {
            Path file = root.resolve("server/src/main/java/dev/sentimentagent/server/settings/" + source + ".java");
            read.addAll(names(Files.readString(file), "in\\.\\w+\\(\\s*\"([A-Z_]+)\""));
        }
        assertThat(read).hasSizeGreaterThan(20).isEqualTo(documented);
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
