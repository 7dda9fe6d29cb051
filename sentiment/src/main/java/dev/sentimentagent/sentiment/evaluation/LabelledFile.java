package dev.sentimentagent.sentiment.evaluation;

import dev.sentimentagent.model.Sentiment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of labelled texts: a JSON object a line, {@code {"text": …, "label": …}}, plain or in gzip ({@code .gz}). A label is −1, 0 or 1,
 * or the name of a class.
 */
public final class LabelledFile {
    private LabelledFile() {}

    /**
     * Reads all of it.
     *
     * @throws IOException if it cannot be read or a line is not of that form; the message names the line
     */
    public static List<LabelledText> read(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        List<LabelledText> texts = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    texts.add(parse(json, line, file + ", line " + number));
                }
            }
        }
        return texts;
    }

    /** Name of a file without its endings, by which its texts are called. */
    public static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static LabelledText parse(JsonMapper json, String line, String place) throws IOException {
        JsonNode node;
        try {
            node = json.readTree(line);
        } catch (JacksonException e) {
            throw new IOException(place + " is not JSON", e);
        }
        JsonNode text = node.get("text");
        JsonNode label = node.get("label");
        if (text == null || !text.isString() || label == null || !label.isValueNode()) {
            throw new IOException(place + " has no \"text\" or no \"label\"");
        }
        return new LabelledText(text.asString(), sentiment(label.asString(), place));
    }

    private static Sentiment sentiment(String label, String place) throws IOException {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "1", "positive" -> Sentiment.POSITIVE;
            case "0", "neutral" -> Sentiment.NEUTRAL;
            case "-1", "negative" -> Sentiment.NEGATIVE;
            default -> throw new IOException(place + " has the label '" + label + "', not -1, 0, 1 or the name of a class");
        };
    }
}
