package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeptTest {
    private final Kept kept = Kept.whileUsed(Duration.ofMinutes(5), 1 << 20);
    private int made;

    @Test
    void whatIsAskedForASecondTimeIsKept() {
        Answer first = kept.get("a", this::next);
        Answer second = kept.get("a", this::next);
        assertThat(second).isNotSameAs(first);
        assertThat(kept.get("a", this::next)).isSameAs(second);
        assertThat(kept.get("b", this::next)).isNotSameAs(second);
    }

    @Test
    void aFailureIsToldAndNotKept() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> kept.get("a", KeptTest::failure)).hasMessage("gone");
        }
        assertThat(kept.get("a", this::next)).isNotNull();
    }

    private Answer next() {
        made++;
        byte[] body = {(byte) made};
        return new Answer("text/plain", body, body, null);
    }

    private static Answer failure() {
        throw new IllegalStateException("gone");
    }
}
