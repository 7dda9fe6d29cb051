package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.reanalysis.Vader;
import dev.sentimentagent.standin.GeneratedWorld;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import into an empty database is killed ({@code SIGKILL}) while the indexes are left off. */
class ImportKillIT {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration DAYS = Duration.ofDays(9);
    /** Of a world that gives 120 000 comments, for which an import takes seconds. */
    private static final double VOLUME = 7;
    private static final Map<String, String> SETTINGS = Map.of("STORE_URL", "sqlite:test.db", "CLOCK", "2026-03-20T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void oneThatIsKilledLeavesWhatItHadCommittedAndIsTakenUp() throws IOException, SQLException {
        Path dump = folder.resolve("RC_test.ndjson");
        long lines;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dump))) {
            lines = new GeneratedWorld(7, VOLUME, START).writeDump(new Window(START, START.plus(DAYS)), ItemKind.COMMENT, out);
        }
        Path database = folder.resolve("test.db");
        Databases.open(database).close();
        Set<String> schema = schema(database);
        try (ServeProcess process = run("import", dump.toString())) {
            process.awaitOut(" s left");
            process.signal("KILL");
            assertThat(process.exitCode()).isEqualTo(128 + 9);
        }
        Set<String> committed = CommittedState.of(database).fullnames();
        assertThat(committed).hasSizeBetween(1, (int) lines - 1);
        assertThat(schema(folder.resolve("copy.db"))).as("it was killed in time").anyMatch(name -> name.contains("pending_index"));
        try (ServeProcess doctor = run("doctor")) {
            assertThat(doctor.exitCode()).isNotZero();
            assertThat(doctor.out() + doctor.err()).contains("broke off before its indexes were made");
        }

        try (ServeProcess process = run("import", dump.toString())) {
            assertThat(process.exitCode()).as(process.err()).isZero();
        }

        assertThat(schema(database)).isEqualTo(schema);
        try (Store store = Databases.open(database)) {
            List<?> both = Vader.rollupsAndRecount(store);
            assertThat(both.getFirst()).isEqualTo(both.getLast());
        }
        Set<String> whole = CommittedState.of(database).fullnames();
        assertThat(whole).hasSize((int) lines);
        // Not by AssertJ, which would look through all of them for each.
        assertThat(whole.containsAll(committed)).isTrue();
    }

    private ServeProcess run(String... arguments) {
        List<String> command = new ArrayList<>(ServeProcess.java(folder));
        command.add("dev.sentimentagent.server.cli.Main");
        command.addAll(List.of(arguments));
        return ServeProcess.start(command, folder, SETTINGS);
    }

    private static Set<String> schema(Path database) throws SQLException {
        Set<String> schema = new HashSet<>();
        try (Connection connection = Databases.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT type || ' ' || name || coalesce(sql, '') FROM sqlite_schema")) {
            while (rows.next()) {
                schema.add(rows.getString(1));
            }
        }
        return schema;
    }
}
