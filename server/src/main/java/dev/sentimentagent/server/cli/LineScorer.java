package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.Texts;
import dev.sentimentagent.sentiment.Analysis;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.evaluation.Columns;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
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
    private static final SerializedString ID = new SerializedString("id");
    private static final SerializedString SENTIMENT = new SerializedString("sentiment");
    private static final SerializedString CONFIDENCE = new SerializedString("confidence");
    private static final SerializedString COMPOUND = new SerializedString("compound");
    private static final SerializedString POSITIVE = new SerializedString("pos");
    private static final SerializedString NEGATIVE = new SerializedString("neg");
    private static final SerializedString NEUTRAL = new SerializedString("neu");
    private static final SerializedString TOOLS = new SerializedString("tools");
    private static final SerializedString TOOL_SENTIMENTS = new SerializedString("tool_sentiments");
    private static final SerializedString NOT_ENGLISH = new SerializedString("not_english");
    private static final Map<Sentiment, SerializedString> LABELS = new EnumMap<>(Arrays.stream(Sentiment.values())
            .collect(Collectors.toMap(Function.identity(), sentiment -> new SerializedString(sentiment.label()))));
    private static final int SCALE = 10_000;
    /** The decimals from 0 to 1 as JSON has them. */
    private static final SerializedString[] DECIMALS = decimals();
    private static final int LONGEST_HEADER = 500;
    /** Names of columns, of which one is that of the texts. */
    private static final Pattern HEADER = Pattern
            .compile("(?i)(\"?\\w+\"?[,;\\t|])*\"?(" + String.join("|", Columns.TEXTS) + ")\"?([,;\\t|]\"?\\w+\"?)*");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final ItemAnalyzer analyzer;
    /** Whether the method tells what is said of each of several tools; the output of one that does not is as it always was. */
    private final boolean verdicts;
    private final OddLines oddities = new OddLines();

    LineScorer(ItemAnalyzer analyzer) {
        this.analyzer = analyzer;
        this.verdicts = analyzer.givesVerdicts();
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
        if (number == 1 && !json && isHeader(block, start, length)) {
            oddities.header();
        }
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
        out.writeName(ID);
        if (id == null) {
            out.writeNumber(number);
        } else if (id.isString()) {
            out.writeString(Texts.clean(id.stringValue()));
        } else {
            out.writeTree(id);
        }
        out.writeName(SENTIMENT);
        out.writeString(LABELS.get(score.sentiment()));
        writeNumber(CONFIDENCE, score.confidence(), out);
        writeNumber(COMPOUND, score.compound(), out);
        writeNumber(POSITIVE, score.positive(), out);
        writeNumber(NEGATIVE, score.negative(), out);
        writeNumber(NEUTRAL, score.neutral(), out);
        out.writeName(TOOLS);
        out.writeStartArray();
        Set<String> tools = analysis.toolIds();
        for (String tool : tools.size() > 1 ? new TreeSet<>(tools) : tools) {
            out.writeString(tool);
        }
        out.writeEndArray();
        if (score.foreign()) {
            out.writeName(NOT_ENGLISH);
            out.writeBoolean(true);
        }
        if (verdicts && tools.size() > 1) {
            out.writeName(TOOL_SENTIMENTS);
            out.writeStartObject();
            for (String tool : new TreeSet<>(tools)) {
                out.writeName(tool);
                out.writeString(LABELS.get(analysis.mentions().sentiment(tool, score.sentiment())));
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    /** Most are one of few: making its digits takes longer than finding them. */
    private static void writeNumber(SerializedString name, double value, JsonGenerator out) {
        out.writeName(name);
        long scaled = Math.round(value * SCALE);
        if (scaled >= 0 && scaled <= SCALE && (double) scaled / SCALE == value) {
            out.writeRawValue(DECIMALS[(int) scaled]);
        } else {
            out.writeNumber(value);
        }
    }

    private static SerializedString[] decimals() {
        SerializedString[] decimals = new SerializedString[SCALE + 1];
        for (int i = 0; i <= SCALE; i++) {
            decimals[i] = new SerializedString(Double.toString((double) i / SCALE));
        }
        return decimals;
    }

    /** Whether a first line names columns: a table is not what it is taken for here. */
    private static boolean isHeader(byte[] block, int start, int length) {
        return length <= LONGEST_HEADER && HEADER.matcher(new String(block, start, length, StandardCharsets.UTF_8)).matches();
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
