package dev.sentimentagent.reddit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedditSettingsTest {
    private static final RedditSettings SETTINGS = RedditSettings.of("id", "s3cret", "agent");

    @Test
    void hasDefaults() {
        assertThat(SETTINGS.apiUrl()).hasToString("https://oauth.reddit.com");
        assertThat(SETTINGS.authUrl()).hasToString("https://www.reddit.com");
        assertThat(SETTINGS.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(SETTINGS.requestTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(SETTINGS.patience()).isEqualTo(Duration.ofMinutes(5));
        assertThat(SETTINGS.retries().maxAttempts()).isEqualTo(3);
    }

    @Test
    void neverShowsTheSecret() {
        assertThat(SETTINGS.toString()).contains("clientId=id").doesNotContain("s3cret");
        assertThatIllegalArgumentException().isThrownBy(() -> RedditSettings.of("id", "s3cret\n", "agent"))
                .withMessageContaining("clientSecret")
                .withMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\r\nX-Evil: 1", "caf\u00e9"})
    void refusesWhatCannotBeAHeader(String agent) {
        assertThatIllegalArgumentException().isThrownBy(() -> RedditSettings.of("id", "secret", agent)).withMessageContaining("userAgent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org", "reddit.com", "https:///path", "http://user:pw@host", "http://host/?q=1",
            "http://host/#x"})
    void refusesAddressesThatAreNoBase(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withUrls(URI.create(url), SETTINGS.authUrl()))
                .withMessageContaining("apiUrl");
    }

    @Test
    void refusesTimesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RedditSettings(SETTINGS.apiUrl(), SETTINGS.authUrl(), "id", "secret",
                "agent", Duration.ZERO, SETTINGS.requestTimeout(), SETTINGS.patience(), SETTINGS.retries()))
                .withMessageContaining("connectTimeout");
    }
}
