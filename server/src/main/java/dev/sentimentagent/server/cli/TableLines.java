package dev.sentimentagent.server.cli;

import dev.sentimentagent.sentiment.evaluation.Columns;
import dev.sentimentagent.sentiment.evaluation.TextInput;
import dev.sentimentagent.sentiment.evaluation.TextTable;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table with a header, of which one column holds texts, as the lines of JSON that {@link LineScorer} reads: a row a line, with the id and the subreddit if the table
 * has such columns, else with the row's number. Confined to one thread.
 */
final class TableLines extends InputStream {
    private static final int BLOCK_BYTES = 1 << 17;
    private static final String PLACE = "standard input";

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder().rootValueSeparator("\n").build()).build();
    private final TextTable table;
    private final int text;
    private final int id;
    private final int subreddit;
    private long number;
    private InputStream block = InputStream.nullInputStream();

    private TableLines(TextTable table, List<String> header) {
        this.table = table;
        this.text = Columns.find(Columns.TEXTS, header);
        this.id = Columns.find(List.of("id"), header);
        this.subreddit = Columns.find(List.of("subreddit"), header);
    }

    /** @throws IOException if it has no header that names a column of texts */
    static InputStream of(InputStream in) throws IOException {
        BufferedReader reader = TextInput.open(in);
        char separator = TextTable.separator(reader, TableLines::isHeader)
                .orElseThrow(
                        () -> new IOException("line 1 is no header of a table: it names no column " + String.join(", ", Columns.TEXTS)));
        TextTable table = TextTable.open(reader, separator, true, PLACE);
        TextTable.Row header = table.next();
        return new TableLines(table, header == null ? List.of() : header.fields());
    }

    /** Whether a line names columns, of which one holds texts. */
    static boolean isHeader(List<String> names) {
        return names.stream().anyMatch(name -> Columns.TEXTS.contains(name.strip().toLowerCase(Locale.ROOT)));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = block.read(bytes, offset, length);
        if (read < 0) {
            block = nextBlock();
            read = block.read(bytes, offset, length);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    private InputStream nextBlock() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(BLOCK_BYTES);
        try (JsonGenerator generator = json.createGenerator(out)) {
            TextTable.Row row = table.next();
            while (row != null) {
                write(row.fields(), generator);
                generator.flush();
                row = out.size() < BLOCK_BYTES ? table.next() : null;
            }
        }
        if (out.size() > 0) {
            out.write('\n');
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    private void write(List<String> fields, JsonGenerator out) {
        number++;
        out.writeStartObject();
        if (id < 0) {
            out.writeNumberProperty("id", number);
        } else {
            out.writeStringProperty("id", fields.get(id));
        }
        out.writeStringProperty("text", fields.get(text));
        if (subreddit >= 0) {
            out.writeStringProperty("subreddit", fields.get(subreddit));
        }
        out.writeEndObject();
    }
}
