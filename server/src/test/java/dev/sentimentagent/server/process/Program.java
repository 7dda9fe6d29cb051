package dev.sentimentagent.server.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The scripts and the packaged program as a user has them, in a folder without sources, so that there is nothing to build anew. */
record Program(Path home) {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    static Program in(Path home) throws IOException {
        Files.createDirectories(home.resolve("config"));
        for (String script : List.of("start.sh", "sentimentagent", "config/launch.sh")) {
            Files.copy(ROOT.resolve(script), home.resolve(script));
        }
        Files.createDirectory(home.resolve("server"));
        Files.createSymbolicLink(home.resolve("server/target"), ROOT.resolve("server/target"));
        return new Program(home);
    }

    ServeProcess startScript(Map<String, String> settings) {
        ServeProcess started = ServeProcess.start(List.of("bash", home.resolve("start.sh").toString()), home, settings);
        return started;
    }
}
