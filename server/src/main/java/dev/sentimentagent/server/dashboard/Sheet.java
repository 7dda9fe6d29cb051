package dev.sentimentagent.server.dashboard;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A table as rows of values: numbers, texts, or nothing where a value is unknown. */
final class Sheet {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** What a spreadsheet would take for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    Sheet(String... columns) {
        this.columns = List.of(columns);
    }

    Sheet row(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object value : values) {
            row.add(value instanceof Double number ? (Object) (Math.round(number * 1e6) / 1e6) : value);
        }
        rows.add(row);
        return this;
    }

    /** Comma-separated (RFC 4180), with a line of names. */
    String csv() {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(columns);
        rows.forEach(row -> csv.writeRecord(row.stream().map(Sheet::cell).toList()));
        return text.toString();
    }

    /** A JSON object a line. */
    String ndjson() {
        StringBuilder text = new StringBuilder();
        for (List<@Nullable Object> row : rows) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                object.put(columns.get(i), row.get(i));
            }
            text.append(JSON.writeValueAsString(object)).append('\n');
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text)) {
            return value.toString();
        }
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
