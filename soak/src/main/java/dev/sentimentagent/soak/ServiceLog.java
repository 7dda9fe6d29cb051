package dev.sentimentagent.soak;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service's processes log: kept in a file, and counted by level and logger. Thread-safe. */
final class ServiceLog implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int EXAMPLES = 10;

    private final BufferedWriter file;
    private final Map<String, Long> warnings = new TreeMap<>();
    private final Map<String, Long> errors = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();

    ServiceLog(Path path) throws IOException {
        this.file = Files.newBufferedWriter(path);
    }

    /** Reads a process's output to its end. */
    void readAll(BufferedReader lines) {
        try (lines) {
            String line = lines.readLine();
            while (line != null) {
                take(line);
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the service's log cannot be read", e);
        }
    }

    synchronized void take(String line) throws IOException {
        file.write(line);
        file.newLine();
        file.flush();
        if (!line.startsWith("{")) {
            return;
        }
        try {
            JsonNode entry = JSON.readTree(line);
            String logger = entry.path("logger").asString("?");
            switch (entry.path("level").asString("")) {
                case "WARN" -> warnings.merge(logger, 1L, Long::sum);
                case "ERROR" -> {
                    errors.merge(logger, 1L, Long::sum);
                    if (examples.size() < EXAMPLES) {
                        examples.add(entry.path("message").asString(""));
                    }
                }
                default -> {
                }
            }
        } catch (JacksonException _) {
            // The line that a SIGKILL cut.
        }
    }

    synchronized Map<String, Long> warnings() {
        return new TreeMap<>(warnings);
    }

    synchronized Map<String, Long> errors() {
        return new TreeMap<>(errors);
    }

    /** Messages of the first errors. */
    synchronized List<String> examples() {
        return List.copyOf(examples);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
