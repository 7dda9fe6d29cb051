package dev.sentimentagent.reddit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sentimentagent.model.ItemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real dumps of r/LocalLLaMA: every line is understood. */
class RealDumpTest {
    @ParameterizedTest
    @CsvSource({"RS_LocalLLaMA.ndjson.gz,POST,3767,1", "RC_LocalLLaMA.ndjson.gz,COMMENT,79978,790"})
    void understandsEveryLine(String name, ItemKind kind, int lines, int deleted) throws IOException {
        Path file = Path.of(System.getProperty("shared.data", "../shared/data")).resolve("reddit").resolve(name);
        assumeTrue(Files.exists(file), "no dump at " + file + ": skipped");
        int read = 0;
        int gone = 0;
        try (DumpReader reader = DumpReader.open(file)) {
            DumpLine line;
            while ((line = reader.next()) != null) {
                read++;
                if (!(line instanceof DumpLine.Parsed(var item, long number))) {
                    throw new AssertionError(line);
                }
                assertThat(item.kind()).isEqualTo(kind);
                assertThat(item.collectedAt()).isAfter(item.createdUtc());
                assertThat(number).isEqualTo(read);
                gone += item.deleted() ? 1 : 0;
            }
        }
        assertThat(read).isEqualTo(lines);
        assertThat(gone).isEqualTo(deleted);
    }
}
