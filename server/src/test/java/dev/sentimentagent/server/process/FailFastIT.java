package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work ends the start at once, with an exit code and one line on standard error that says what to do. */
class FailFastIT {
    private static final int USAGE = 2;
    private static final int IN_USE = 3;
    private static final int STORE = 4;
    private static final int STORE_AWAY = 8;

    @TempDir
    private Path home;

    @Test
    void aSettingThatMakesNoSense() {
        assertFails(Map.of("COLLECTION_INTERVAL_MINUTES", "often"), USAGE, "COLLECTION_INTERVAL_MINUTES must be a whole number from 1 to");
    }

    @Test
    void aBadLineInTheSettingsFile() throws IOException {
        Files.writeString(home.resolve(".env"), "API_PORT=80000\n");
        // Blank counts as unset, so that the file's value is the one that is read.
        assertFails(Map.of("SUBREDDITS", "r/claude"), USAGE, "SUBREDDITS must be names without r/");
        Files.writeString(home.resolve(".env"), "SUBREDDITS\n");
        assertFails(Map.of(), USAGE, ".env");
    }

    @Test
    void aFileThatIsNoDatabase() throws IOException {
        Files.writeString(home.resolve("notes.txt"),
                "Not a database, but long enough to look like something that somebody wants to keep.\n");
        assertFails(store("notes.txt"), STORE, "is not an SQLite database; move it away or name another in STORE_URL");
        assertThat(home.resolve("notes.txt")).content().startsWith("Not a database");
    }

    @Test
    void aFolderInPlaceOfTheFile() throws IOException {
        Files.createDirectory(home.resolve("folder"));
        assertFails(store("folder"), STORE, "it is a folder; name a file in STORE_URL");
    }

    @Test
    void aFolderThatCannotBeWritten() {
        // Nobody can, not even root, whom rights do not hold back.
        assertFails(store("/proc/sentimentagent/test.db"), STORE, "choose another STORE_URL");
    }

    @Test
    void aDamagedDatabase() throws IOException {
        try (ServeProcess first = ServeProcess.serve(home, store("test.db"))) {
            first.awaitListening().signal("TERM");
            assertThat(first.exitCode()).isZero();
        }
        Path database = home.resolve("test.db");
        try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
            // All but the first page, which names the tables.
            long size = file.size();
            file.write(ByteBuffer.allocate(Math.toIntExact(size) - 4096), 4096);
        }
        assertFails(store("test.db"), STORE, "the database is damaged; restore a backup");
    }

    @Test
    void aDatabaseServerThatIsAway() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertFails(Map.of("STORE_URL", "postgresql://agent@localhost:" + port + "/x"), STORE_AWAY,
                "the server cannot be reached; check host, port");
    }

    @Test
    void aPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertFails(Map.of("API_PORT", port), IN_USE, "cannot listen on 127.0.0.1:" + port, "stop what uses the port, or set API_PORT");
        }
    }

    @Test
    void anAddressThatIsNotOurs() {
        assertFails(Map.of("API_HOST", "192.0.2.1"), IN_USE, "cannot listen on 192.0.2.1:0");
    }

    @Test
    void aSecondProcessOnTheSameData() {
        try (ServeProcess first = ServeProcess.serve(home, Map.of()).awaitListening()) {
            assertFails(Map.of(), IN_USE, "is in use by process " + first.pid() + ": stop it first (./start.sh does)");
            assertThat(first.get("/health").statusCode()).isEqualTo(200);
        }
    }

    private static Map<String, String> store(String file) {
        return Map.of("STORE_URL", "sqlite:" + file);
    }

    private void assertFails(Map<String, String> settings, int exitCode, String... told) {
        try (ServeProcess failing = ServeProcess.serve(home, settings)) {
            assertThat(failing.exitCode()).as(failing.err()).isEqualTo(exitCode);
            assertThat(failing.err().lines()).singleElement().asString().startsWith("sentimentagent serve: ").contains(told);
            assertThat(failing.out()).doesNotContain("\tat ", "listening on");
        }
    }
}
