package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue as a file, by the program itself. */
class CatalogueCommandIT {
    private static final int USAGE = 2;
    private static final int STORE = 4;
    private static final int BAD_INPUT = 5;

    @TempDir
    private Path home;

    @Test
    void aFileIsCheckedTakenInAndWrittenAgain() throws IOException {
        assertThat(catalogue("export", "none.json")).isEqualTo(STORE);
        Path own = home.resolve("own.json");
        Files.writeString(own, """
                {"tools": [{"id": "acme-coder", "name": "Acme Coder", "vendor": "Acme", "aliases": ["acme coder"]}],
                 "subreddits": {"AcmeCoder": "paused"}}""");
        assertThat(catalogue("check", "own.json")).isZero();
        assertThat(catalogue("import", "own.json")).isZero();
        try (Store store = Databases.open(home.resolve("test.db"))) {
            assertThat(store.catalogue().load().tools()).extracting(CatalogueTool::id).contains("acme-coder", "cursor");
        }
        assertThat(catalogue("export", "all.json")).isZero();
        assertThat(home.resolve("all.json")).content().contains("\"id\" : \"acme-coder\"", "\"AcmeCoder\" : \"paused\"",
                "\"Cursor\" : \"active\"");
        Files.writeString(own, Files.readString(home.resolve("all.json")).replace("\"acme coder\"", "\"claude code\""));
        assertThat(catalogue("check", "own.json")).isEqualTo(BAD_INPUT);
        assertThat(catalogue("import", "own.json")).isEqualTo(BAD_INPUT);
        assertThat(catalogue("check", "none.json")).isEqualTo(USAGE);
    }

    private int catalogue(String what, String file) {
        List<String> command = Stream.concat(ServeProcess.java(home).stream(),
                Stream.of("dev.sentimentagent.server.cli.Main", "catalogue", what, home.resolve(file).toString())).toList();
        try (ServeProcess process = ServeProcess.start(command, home, Map.of("STORE_URL", "sqlite:test.db"))) {
            return process.exitCode();
        }
    }
}
