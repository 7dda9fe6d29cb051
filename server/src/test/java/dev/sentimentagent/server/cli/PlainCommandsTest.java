package dev.sentimentagent.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCommandsTest {
    @Test
    void whatScriptsSayIsReadWithoutPicocli() {
        ServeCommand serve = (ServeCommand) PlainCommands.of("serve", "--replace", "--demo", "--port", "8001").orElseThrow();
        assertThat(serve.replace).isTrue();
        assertThat(serve.demo).isTrue();
        assertThat(serve.port).isEqualTo(8001);
        ServeCommand replay = (ServeCommand) PlainCommands.of("serve", "--clock", "2025-08-08T12:00:00Z*600").orElseThrow();
        assertThat(replay.clock).isEqualTo("2025-08-08T12:00:00Z*600");
        ServeCommand bare = (ServeCommand) PlainCommands.of("serve").orElseThrow();
        assertThat(bare.replace || bare.demo).isFalse();
        assertThat(bare.port).isNull();
        assertThat(PlainCommands.of("import", "RS_a.gz", "RC_b.gz")).containsInstanceOf(ImportCommand.class);
        assertThat(PlainCommands.of("analyze")).containsInstanceOf(AnalyzeCommand.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--version", "serve --help", "serve --port", "serve --port x", "serve --clock", "serve --clock --demo",
            "serve --port=8001", "serve now", "import",
            "import --help", "import @files", "analyze -h", "monitor", "nonsense"})
    void allElseIsLeftToPicocli(String line) {
        assertThat(PlainCommands.of(line.isEmpty() ? new String[0] : line.split(" "))).isEmpty();
    }
}
