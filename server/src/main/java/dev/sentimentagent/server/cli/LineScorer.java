package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.store.Texts;
import dev.sentimentagent.sentiment.Analysis;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Scores a block of lines: one JSON line out for each line in. Thread-safe. */
final class LineScorer {
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder().rootValueSeparator("\n").build())
            // An id is given back as it came.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final ItemAnalyzer analyzer;
    private final OddLines oddities = new OddLines();

    LineScorer(ItemAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Lines so far that were not what they seemed. */
    OddLines oddities() {
        return oddities;
    }

    /**
     * Scores whole lines.
     *
     * @param block UTF-8; what is not is read as U+FFFD
     * @param firstLine number of its first line, which is the id of a line of plain text
     */
    byte[] score(byte[] block, long firstLine) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(block.length * 2);
        long number = firstLine;
        try (JsonGenerator generator = json.createGenerator(out)) {
            int start = firstLine == 1 && startsWithByteOrderMark(block) ? BYTE_ORDER_MARK.length : 0;
            while (start < block.length) {
                int end = start;
                while (end < block.length && block[end] != '\n') {
                    end++;
                }
                int length = (end > start && block[end - 1] == '\r' ? end - 1 : end) - start;
                scoreLine(block, start, length, number, generator);
                number++;
                start = end + 1;
            }
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static boolean startsWithByteOrderMark(byte[] block) {
        return block.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(block, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    /** Number of lines in a block, the last of which may lack its end. */
    static long lines(byte[] block) {
        long lines = 0;
        for (byte b : block) {
            lines += b == '\n' ? 1 : 0;
        }
        return block.length > 0 && block[block.length - 1] != '\n' ? lines + 1 : lines;
    }

    private void scoreLine(byte[] block, int start, int length, long number, JsonGenerator out) {
        boolean json = looksLikeJson(block, start, length);
        JsonNode object = json ? parse(block, start, length) : null;
        if (json && object == null) {
            oddities.broken(number);
        } else if (object != null && !object.path("text").isString()) {
            oddities.textless(number);
        }
        String text = object == null ? new String(block, start, length, StandardCharsets.UTF_8) : object.path("text").asString("");
        JsonNode id = object == null ? null : object.get("id");
        String subreddit = object != null && object.get("subreddit") != null ? object.get("subreddit").asString("") : "";
        Analysis analysis = analyzer.analyze(text, subreddit);
        Score score = analysis.score();
        out.writeStartObject();
        if (id == null) {
            out.writeNumberProperty("id", number);
        } else if (id.isString()) {
            out.writeStringProperty("id", Texts.clean(id.stringValue()));
        } else {
            out.writeName("id");
            out.writeTree(id);
        }
        out.writeStringProperty("sentiment", score.sentiment().label());
        out.writeNumberProperty("confidence", score.confidence());
        out.writeNumberProperty("compound", score.compound());
        out.writeNumberProperty("pos", score.positive());
        out.writeNumberProperty("neg", score.negative());
        out.writeNumberProperty("neu", score.neutral());
        out.writeArrayPropertyStart("tools");
        analysis.toolIds().stream().sorted().forEach(out::writeString);
        out.writeEndArray();
        out.writeEndObject();
    }

    private static boolean looksLikeJson(byte[] block, int start, int length) {
        for (int at = start; at < start + length; at++) {
            if (block[at] != ' ' && block[at] != '\t') {
                return block[at] == '{';
            }
        }
        return false;
    }

    /** The JSON object of a line; null if it is none, and so is plain text that begins with a brace. */
    private @Nullable JsonNode parse(byte[] block, int start, int length) {
        try {
            JsonNode node = json.readTree(block, start, length);
            return node.isObject() ? node : null;
        } catch (JacksonException _) {
            return null;
        }
    }
}
