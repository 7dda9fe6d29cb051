package dev.sentimentagent.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShowTest {
    @Test
    void aLineOfAPictureIsNoLongerThanItsRoomAndHoldsNothingThatXmlForbids() {
        assertThat(Show.line(" two\nwords\t", 20)).isEqualTo("two words");
        assertThat(Show.line("1234567890", 10)).isEqualTo("1234567890");
        assertThat(Show.line("12345 67890", 6)).isEqualTo("12345…");
        assertThat(Show.line("a\u0000b\u202Ec\u2066d\uFFFEe\uD800f", 20)).isEqualTo("abcdef");
        assertThat(Show.line("漢字漢字", 5)).isEqualTo("漢字…");
        assertThat(Show.line("👍👍👍", 4)).isEqualTo("👍👍…");
        assertThat(Show.line("", 4)).isEmpty();
    }
}
