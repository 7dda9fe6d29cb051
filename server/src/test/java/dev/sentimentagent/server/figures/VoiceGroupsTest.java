package dev.sentimentagent.server.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Mentions;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VoiceGroupsTest {
    private final VoiceGroups groups = new VoiceGroups();

    @Test
    void newGroupsComeBehindThoseThatAreKnown() {
        int first = number("Cursor", "cursor", "claude");
        VoiceGroups.Known before = groups.known();
        assertThat(groups.known()).isSameAs(before);
        assertThat(number("cursor", "cursor", "claude")).as("as it is written").isNotEqualTo(first);
        int second = number("OpenAI", "claude", "codex");
        VoiceGroups.Known after = groups.known();

        assertThat(before.groups()).hasSize(1);
        assertThat(before.matches("openai", null).test(second)).isFalse();
        assertThat(after.groups()).hasSize(3);
        assertThat(after.subreddits()).containsExactly("cursor", "openai");
        assertThat(after.tools()).startsWith(before.tools().toArray(String[]::new)).containsExactlyInAnyOrder("cursor", "claude", "codex");
        assertThat(after.tools(first)).isEqualTo(before.tools(first));
        assertThat(after.of("OPENAI", "claude")).containsExactly(false, false, true);
        assertThat(after.of(null, "cursor")).containsExactly(true, true, false);
        assertThat(after.subreddit(second)).isEqualTo(1);
    }

    private int number(String subreddit, String... tools) {
        return groups.number(new VoiceGroups.Group(subreddit, Mentions.of(Set.of(tools))));
    }
}
