package dev.sentimentagent.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The team's real data, which lies outside the project and may be absent. */
final class SharedData {
    static final Path VADER_REFERENCE = file("sentiment/vader_reference.ndjson.gz");
    static final Path COMMENTS = file("reddit/RC_LocalLLaMA.ndjson.gz");
    static final Path POSTS = file("reddit/RS_LocalLLaMA.ndjson.gz");

    private static final JsonMapper JSON = new JsonMapper();

    private SharedData() {}

    static boolean isThere(Path file) {
        return Files.exists(file);
    }

    /** The objects of a gzipped file of JSON lines; close the stream. */
    static Stream<JsonNode> read(Path file) {
        try {
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8));
            return lines.lines().map(JSON::readTree).onClose(() -> close(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        return Path.of(System.getProperty("shared.data", "../shared/data")).resolve(name);
    }
}
