package dev.sentimentagent.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubredditNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"AI", "ClaudeAI", "r_4", "u_some-body", "u_-", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz01"})
    void takesWhatRedditCouldHave(String name) {
        assertThat(SubredditName.isValid(name.substring(0, Math.min(50, name.length())))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "r/Cursor", "some-body", "a b", "caf\u00e9", "x?y=z", "a\n", "../..",
            "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"})
    void takesNothingElse(String name) {
        assertThat(SubredditName.isValid(name)).isFalse();
    }

    @Test
    void caseDoesNotMatterInAnyLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr"));
        try {
            assertThat(SubredditName.key("KIROIDE")).isEqualTo(SubredditName.key("kiroIDE")).isEqualTo("kiroide");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(SubredditName.same("ClaudeAI", "claudeai")).isTrue();
        assertThat(SubredditName.same("ClaudeAI", "Claude")).isFalse();
        assertThat(new ListingKey("ClaudeAI", Listing.NEW)).isEqualTo(new ListingKey("claudeai", Listing.NEW))
                .isNotEqualTo(new ListingKey("claudeai", Listing.COMMENTS));
    }
}
