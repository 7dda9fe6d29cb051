package dev.sentimentagent.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.sql.SqliteStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is exported is what is stored, whatever is in the text, however many slices it takes. */
class ExportTest {
    private static final Instant T0 = Instant.parse("2026-03-02T10:00:00Z");
    private static final Selection ALL = Selection.of(new Window(Instant.EPOCH, T0.plusSeconds(1_000_000)));
    private static final List<String> TEXTS = List.of("plain", "a,b;c\t\"quoted\"", "two\nlines\r\nand \"more\"", "=1+1", "@SUM(A1)", "",
            " blank ",
            "😀 \u202E é", "\"");

    @TempDir
    Path folder;

    @Test
    void csvGivesBackEveryTextAsItIs() throws IOException {
        try (Store store = filled(1234)) {
            List<Long> told = new ArrayList<>();
            String csv = export(store, ExportFormat.CSV, told);
            assertThat(csv).startsWith(String.join(",", ExportedItem.COLUMNS) + "\r\n").endsWith("\r\n");
            List<NamedCsvRecord> rows;
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
                rows = reader.stream().toList();
            }
            assertThat(rows).hasSize(1234);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(rows.get(i).getField("title")).isEqualTo(TEXTS.get(i % TEXTS.size()));
                assertThat(rows.get(i).getField("created_utc")).isEqualTo(T0.plusSeconds(i).toString());
            }
            assertThat(rows.getFirst().getField("tools")).isEqualTo("claude cursor");
            assertThat(told).containsExactly(500L, 1000L, 1234L);
        }
    }

    @Test
    void ndjsonIsOneObjectALine() throws IOException {
        try (Store store = filled(20)) {
            List<JsonNode> lines = export(store, ExportFormat.NDJSON, new ArrayList<>()).lines().map(JsonMapper.shared()::readTree)
                    .toList();
            assertThat(lines).hasSize(20);
            assertThat(lines.get(2).get("title").asString()).isEqualTo(TEXTS.get(2));
            assertThat(lines.get(2).get("post_id").isNull()).isTrue();
            assertThat(lines.getFirst().propertyNames()).containsExactlyElementsOf(ExportedItem.COLUMNS);
        }
    }

    @Test
    void nothingIsAHeaderAlone() throws IOException {
        try (Store store = filled(0)) {
            assertThat(export(store, ExportFormat.CSV, new ArrayList<>())).isEqualTo(String.join(",", ExportedItem.COLUMNS) + "\r\n");
            assertThat(export(store, ExportFormat.NDJSON, new ArrayList<>())).isEmpty();
        }
    }

    private Store filled(int posts) {
        Store store = SqliteStore.open(folder.resolve("store.db"), RetryPolicy.NEVER, TimeSource.system(), new Random(1));
        Batch.split(IntStream.range(0, posts).mapToObj(ExportTest::post).toList()).forEach(store.items()::save);
        return store;
    }

    private static ScoredItem post(int i) {
        String text = TEXTS.get(i % TEXTS.size());
        Post post = new Post("p" + i, "Cursor", "ann", text, text, "https://example.org", "/r/Cursor/comments/p" + i + "/",
                T0.plusSeconds(i),
                T0.plusSeconds(i + 9), 1, 2, null, false);
        return new ScoredItem(post, new Score(Sentiment.POSITIVE, 0.5, 0.25, 0, 0.75, 1, "VADER", "1"), Set.of("cursor", "claude"));
    }

    private static String export(Store store, ExportFormat format, List<Long> told) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(store.items(), ALL).write(out, format, told::add);
        return out.toString(StandardCharsets.UTF_8);
    }
}
