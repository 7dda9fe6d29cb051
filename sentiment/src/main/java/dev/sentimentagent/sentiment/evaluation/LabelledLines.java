package dev.sentimentagent.sentiment.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads labelled texts in JSON: an object a line, or one array of objects. */
final class LabelledLines {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_LINE = 1 << 23;

    private LabelledLines() {}

    static void read(BufferedReader text, LabelledFile from, LabelledFile.Lines lines) throws IOException {
        if (isArray(text)) {
            readArray(text, from, lines);
            return;
        }
        int number = 0;
        for (String line = line(text, from, 1); line != null; line = line(text, from, number + 1)) {
            number++;
            if (!line.isBlank()) {
                add(parse(line, from, number), from, number, lines);
            }
        }
    }

    private static boolean isArray(BufferedReader text) throws IOException {
        text.mark(TextInput.AHEAD);
        int read = text.read();
        for (int i = 1; i < TextInput.AHEAD && Character.isWhitespace(read); i++) {
            read = text.read();
        }
        text.reset();
        return read == '[';
    }

    /** The next line without its end, or null behind the last; one that is no text of anybody would fill the memory. */
    private static @Nullable String line(BufferedReader text, LabelledFile from, int number) throws IOException {
        int read = text.read();
        if (read < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        while (read >= 0 && read != '\n') {
            if (line.length() == LONGEST_LINE) {
                throw new IOException(from.file() + ", line " + number + " has more than " + LONGEST_LINE + " characters");
            }
            line.append((char) read);
            read = text.read();
        }
        return line.toString();
    }

    private static void readArray(BufferedReader text, LabelledFile from, LabelledFile.Lines lines) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                long number = parser.currentTokenLocation().getLineNr();
                add(parser.readValueAsTree(), from, number, lines);
            }
        } catch (JacksonException e) {
            throw new IOException(from.file() + ", line " + e.getLocation().getLineNr() + " is not JSON", e);
        }
    }

    private static JsonNode parse(String line, LabelledFile from, long number) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IOException(from.file() + ", line " + number + " is not JSON", e);
        }
    }

    private static void add(JsonNode node, LabelledFile from, long number, LabelledFile.Lines lines) throws IOException {
        JsonNode text = first(node, from.columns().text());
        JsonNode label = first(node, from.columns().label());
        if (text == null || !(text.isString() || text.isNull()) || label == null || !label.isValueNode()) {
            throw new IOException(from.file() + ", line " + number + " has no \"" + from.columns().text().getFirst() + "\" or no \""
                    + from.columns().label().getFirst() + "\"; --text and --label tell other names");
        }
        lines.add(text.isNull() ? "" : text.asString(), label.asString(), number);
    }

    private static @Nullable JsonNode first(JsonNode node, List<String> names) {
        List<String> there = List.copyOf(node.propertyNames());
        int place = Columns.find(names, there);
        return place < 0 ? null : node.get(there.get(place));
    }
}
