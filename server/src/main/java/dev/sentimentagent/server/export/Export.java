package dev.sentimentagent.server.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the selected items, oldest first, slice after slice: however many there are, it holds no more than a slice of them. What is
 * stored while it runs, and is newer than what it has written, is written too. Not thread-safe.
 */
public final class Export {
    private static final int SLICE = 500;
    private static final int BUFFER = 16 << 10;
    private static final JsonMapper JSON = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    private final ItemStore items;
    private final Selection selection;
    private Slice<ScoredItem> slice;

    /**
     * Reads the first slice, so that who has a store that fails hears of it before anything is written.
     *
     * @throws dev.sentimentagent.model.store.StoreException if the store fails
     */
    public Export(ItemStore items, Selection selection) {
        this.items = items;
        this.selection = selection;
        this.slice = items.walk(selection, SLICE, null);
    }

    /**
     * Writes all of them, once.
     *
     * @param written is told how many have been written, after each slice
     * @throws IOException if the stream cannot be written to
     * @throws dev.sentimentagent.model.store.StoreException if the store fails on the way; what was read before is written
     */
    public void write(OutputStream out, ExportFormat format, LongConsumer written) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        Sink sink = switch (format) {
            case CSV -> Csv.to(writer);
            case NDJSON -> new Ndjson(writer);
        };
        long count = 0;
        while (true) {
            for (ScoredItem item : slice.items()) {
                sink.write(ExportedItem.of(item));
            }
            sink.flush();
            count += slice.items().size();
            written.accept(count);
            @Nullable
            String next = slice.next();
            if (next == null) {
                return;
            }
            slice = items.walk(selection, SLICE, next);
        }
    }

    private interface Sink {
        void write(ExportedItem item) throws IOException;

        void flush() throws IOException;
    }

    private record Csv(CsvWriter csv) implements Sink {
        static Csv to(Writer writer) {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
            csv.writeRecord(ExportedItem.COLUMNS);
            return new Csv(csv);
        }

        @Override
        public void write(ExportedItem item) {
            csv.writeRecord(item.row());
        }

        @Override
        public void flush() throws IOException {
            csv.flush();
        }
    }

    private record Ndjson(Writer writer) implements Sink {
        @Override
        public void write(ExportedItem item) throws IOException {
            writer.append(JSON.writeValueAsString(item)).append('\n');
        }

        @Override
        public void flush() throws IOException {
            writer.flush();
        }
    }
}
