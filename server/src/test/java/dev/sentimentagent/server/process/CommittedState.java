package dev.sentimentagent.server.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * What a killed process had committed.
 *
 * @param fullnames of all items
 * @param runningCycles cycles that it left open
 */
record CommittedState(Set<String> fullnames, int runningCycles) {
    /** Reads a copy, so that it is left to the next process to recover the original. */
    static CommittedState of(Path database) throws IOException, SQLException {
        Path copy = database.resolveSibling("copy.db");
        Path copyOfLog = copy.resolveSibling("copy.db-wal");
        Files.copy(database, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(copyOfLog);
        Path log = database.resolveSibling(database.getFileName() + "-wal");
        if (Files.exists(log)) {
            Files.copy(log, copyOfLog);
        }
        try (Connection connection = Databases.connect(copy); Statement statement = connection.createStatement()) {
            Set<String> fullnames = new HashSet<>();
            try (ResultSet items = statement.executeQuery("SELECT fullname FROM item")) {
                while (items.next()) {
                    fullnames.add(items.getString(1));
                }
            }
            try (ResultSet cycles = statement.executeQuery("SELECT count(*) FROM cycle WHERE status = 'running'")) {
                return new CommittedState(fullnames, cycles.getInt(1));
            }
        }
    }
}
