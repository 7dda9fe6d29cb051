package dev.sentimentagent.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PageRequestTest {
    @Test
    void whatNoPageKnowsMakesNoOtherPage() {
        PageRequest plain = new PageRequest("/", Map.of("range", "24h", "subreddit", "Cursor"));

        assertThat(new PageRequest("/", Map.of("subreddit", "Cursor", "utm_source", "mail", "range", "24h")).key()).isEqualTo(plain.key());
        assertThat(new PageRequest("/", Map.of("subreddit", "Cursor", "range", "7d")).key()).isNotEqualTo(plain.key());
    }

    @Test
    void apartFromTheParametersThePathTellsPagesApart() {
        PageRequest plain = new PageRequest("/tools/cursor", Map.of("range", "24h", "q", "a b"));

        assertThat(new PageRequest("/tools/cursor?q=a b&range=24h", Map.of()).key()).isNotEqualTo(plain.key());
        assertThat(new PageRequest("/tools/cursor", Map.of("q", "a b&range=24h")).key()).isNotEqualTo(plain.key());
    }
}
