package dev.sentimentagent.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentFileTest {
    @TempDir
    private Path folder;

    @Test
    void valuesAreReadAsTheyStand() throws IOException {
        write("""
                # a comment

                ADMIN_TOKEN = "a#b c"   # behind it
                SUBREDDITS=Cursor, claude # two
                REDDIT_USER_AGENT=java:app:v1 (by /u/ann)
                REDDIT_CLIENT_SECRET=a-_=$x\\y&%!
                CLOCK=2025-08-01T00:00:00Z*600
                API_PORT=
                LOG_LEVEL="INFO"
                """);
        assertThat(EnvironmentFile.read(folder)).containsExactlyInAnyOrderEntriesOf(
                Map.of(
                        "ADMIN_TOKEN",
                        "a#b c",
                        "SUBREDDITS",
                        "Cursor, claude",
                        "REDDIT_USER_AGENT",
                        "java:app:v1 (by /u/ann)",
                        "REDDIT_CLIENT_SECRET",
                        "a-_=$x\\y&%!",
                        "CLOCK",
                        "2025-08-01T00:00:00Z*600",
                        "API_PORT",
                        "",
                        "LOG_LEVEL",
                        "INFO"));
    }

    @Test
    void noFileIsNoSettings() {
        assertThat(EnvironmentFile.read(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"export ADMIN_TOKEN=hunter2", "ADMIN_TOKEN: hunter2", "hunter2", "ADMIN_TOKEN=hunter2#x",
            "ADMIN_TOKEN=\"hunter2",
            "ADMIN_TOKEN=\"hunter2\\nLOG_LEVEL=nonsense", "ADMIN_TOKEN=\"hunter2\"x\"", "ADMIN_TOKEN='hunter2'",
            "ADMIN_TOKEN=a\nADMIN_TOKEN=hunter2"})
    void aLineThatIsNotUnderstoodIsNamedAndNotShown(String text) throws IOException {
        write("# first\n" + text + "\n");
        assertThatThrownBy(() -> EnvironmentFile.read(folder)).isInstanceOf(SettingsException.class)
                .hasMessageMatching("(?s).*\\.env, line [23]: .+")
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatIsNotUtf8IsToldSo() throws IOException {
        Files.write(folder.resolve(".env"), "REDDIT_USER_AGENT=f\u00fcr\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> EnvironmentFile.read(folder)).isInstanceOf(SettingsException.class).hasMessageContaining("UTF-8");
        write("\uFEFFLOG_FORMAT=json\n");
        assertThatThrownBy(() -> EnvironmentFile.read(folder)).isInstanceOf(SettingsException.class)
                .hasMessageContaining("byte order mark");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve(".env"), text);
    }
}
