package dev.sentimentagent.standin;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of a dump: newline-delimited JSON, plain, {@code .gz} or {@code .zst}. */
final class DumpLines {
    private static final Logger LOG = LoggerFactory.getLogger(DumpLines.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int BUFFER = 1 << 16;
    /** Archives of Reddit are compressed with windows of up to 2 GB. */
    private static final int LONGEST_WINDOW_LOG = 31;

    private DumpLines() {}

    /** Hands each line that is a JSON object to the consumer; the others, and those that it refuses, are counted and told of once. */
    static void read(Path file, Consumer<JsonNode> consumer) throws IOException {
        long number = 0;
        long bad = 0;
        long firstBad = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8), BUFFER)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    consumer.accept(MAPPER.readTree(line));
                } catch (JacksonException | IllegalArgumentException e) {
                    firstBad = bad++ == 0 ? number : firstBad;
                }
            }
        }
        if (bad > 0) {
            LOG.warn("{}: {} of {} lines are no items and were left out, the first is line {}", file, bad, number, firstBad);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            String name = file.getFileName().toString();
            if (name.endsWith(".gz")) {
                return new GZIPInputStream(in, BUFFER);
            }
            return name.endsWith(".zst") ? new ZstdInputStream(in).setLongMax(LONGEST_WINDOW_LOG) : in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
