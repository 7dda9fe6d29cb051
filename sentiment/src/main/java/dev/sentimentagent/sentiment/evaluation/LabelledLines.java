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

    private LabelledLines() {}

    static void read(BufferedReader text, LabelledFile from, LabelledFile.Lines lines) throws IOException {
        text.mark(TextInput.AHEAD);
        int number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            if (number == 1 && line.stripLeading().startsWith("[")) {
                text.reset();
                readArray(text, from, lines);
                return;
            }
            if (!line.isBlank()) {
                add(parse(line, from, number), from, number, lines);
            }
        }
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
