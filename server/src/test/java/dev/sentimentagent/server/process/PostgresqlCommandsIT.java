package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.testsupport.TestPostgresql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a store that lies on a server, as an operator calls them one after the other. */
class PostgresqlCommandsIT {
    private static final int USAGE = 2;
    private static final int POSTS = 300;

    @TempDir
    private Path home;

    private final String url = TestPostgresql.shared().newDatabase();

    private record Ended(int exitCode, String out, String err) {}

    @Test
    void allCommandsWorkOnAServerAndTheStoreCanBeCopiedAway() throws IOException {
        Path dump = home.resolve("RS_test.ndjson");
        Files.write(dump, posts());
        assertThat(run("import", dump.toString()).out()).contains("300 read = 300 stored + 0 updated + 0 unchanged + 0 rejected");
        assertThat(run("import", dump.toString()).out()).contains("300 read = 0 stored + 0 updated + 300 unchanged + 0 rejected");

        assertThat(run("doctor").out()).contains("postgresql, schema up to date, 300 posts", "watched there")
                .containsIgnoringCase("rollups");

        assertThat(run("export", "--format", "ndjson").out().lines()).hasSize(POSTS);

        Ended backup = run("backup", home.resolve("copy").toString());
        assertThat(backup.exitCode()).isEqualTo(USAGE);
        assertThat(backup.err()).contains("pg_dump -Fc -f " + home.resolve("copy"), url);

        assertThat(run("reanalyze").out()).contains("all by DEVTALK");

        Path file = home.resolve("copied.db");
        Ended copied = run("copy", "--from", url, "--to", "sqlite:" + file);
        assertThat(copied.exitCode()).as(copied.err()).isZero();
        assertThat(copied.out()).contains("item: 300 of 300 rows", "the copy has the same rows and tallies, and a recount");
        assertThat(run("copy", "--from", url, "--to", "sqlite:" + file).err()).contains("the target is not empty");
        assertThat(run("copy", "--from", "postgresql://agent:hush@db/x", "--to", "sqlite:y").err()).contains("STORE_PASSWORD")
                .doesNotContain("hush");
    }

    private static List<String> posts() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            String id = Integer.toString(1_000_000 + i, 36);
            lines.add("""
                    {"id":"%s","name":"t3_%s","subreddit":"Cursor","author":"a%d","title":"I love Cursor %d","selftext":"It is great.",\
                    "created_utc":%d,"retrieved_on":%d,"score":%d,"num_comments":0,"permalink":"/r/Cursor/comments/%s/x/",\
                    "url":"https://www.reddit.com/r/Cursor/comments/%s/x/"}""".formatted(id, id, i % 7, i, 1_770_000_000 + 600 * i,
                    1_770_000_900 + 600 * i, i, id, id));
        }
        return lines;
    }

    private Ended run(String... arguments) {
        List<String> command = ServeProcess.java(home);
        command.add("dev.sentimentagent.server.cli.Main");
        command.addAll(List.of(arguments));
        try (ServeProcess process = ServeProcess.start(command, home, Map.of("STORE_URL", url))) {
            int exitCode = process.exitCode();
            return new Ended(exitCode, process.out(), process.err());
        }
    }
}
