package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.Texts;
import dev.sentimentagent.sentiment.Analysis;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.evaluation.Columns;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Scores a block of lines: one JSON line out for each line in. Thread-safe. */
final class LineScorer {
    private static final byte[] ID = LineBuffer.piece("{\"id\":");
    private static final Pieces SENTIMENTS = Pieces.with(",\"sentiment\":\"%s\",\"confidence\":");
    private static final byte[] COMPOUND = LineBuffer.piece(",\"compound\":");
    private static final byte[] POSITIVE = LineBuffer.piece(",\"pos\":");
    private static final byte[] NEGATIVE = LineBuffer.piece(",\"neg\":");
    private static final byte[] NEUTRAL = LineBuffer.piece(",\"neu\":");
    private static final byte[] TOOLS = LineBuffer.piece(",\"tools\":[");
    private static final byte[] NOT_ENGLISH = LineBuffer.piece(",\"not_english\":true");
    private static final byte[] TOOL_SENTIMENTS = LineBuffer.piece(",\"tool_sentiments\":{");
    private static final Pieces LABELS = Pieces.with(":\"%s\"");
    private static final byte[] END = LineBuffer.piece("}\n");
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
        LineBuffer out = new LineBuffer(JsonLine.JSON, block.length * 2);
        long number = firstLine;
        int start = firstLine == 1 && startsWithByteOrderMark(block) ? BYTE_ORDER_MARK.length : 0;
        while (start < block.length) {
            int end = start;
            while (end < block.length && block[end] != '\n') {
                end++;
            }
            int length = (end > start && block[end - 1] == '\r' ? end - 1 : end) - start;
            scoreLine(block, start, length, number, out);
            number++;
            start = end + 1;
        }
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

    private void scoreLine(byte[] block, int start, int length, long number, LineBuffer out) {
        boolean json = looksLikeJson(block, start, length);
        if (number == 1 && !json && isHeader(block, start, length)) {
            oddities.header();
        }
        JsonLine line = json ? JsonLine.parse(block, start, length) : null;
        if (json && line == null) {
            oddities.broken(number);
        }
        if (line == null) {
            write(number, analyzer.analyze(new String(block, start, length, StandardCharsets.UTF_8), ""), out);
            return;
        }
        if (!line.hasText()) {
            oddities.textless(number);
        }
        Object id = line.id();
        write(id == null ? number : id, analyzer.analyze(line.text(), line.subreddit()), out);
    }

    private void write(Object id, Analysis analysis, LineBuffer out) {
        Score score = analysis.score();
        out.raw(ID);
        switch (id) {
            case String string -> out.string(Texts.clean(string));
            case Long number -> out.number(number);
            case JsonLine.Digits digits -> out.raw(LineBuffer.piece(digits.digits()));
            default -> out.raw(JsonLine.JSON.writeValueAsBytes(id));
        }
        out.raw(SENTIMENTS.of(score.sentiment()));
        out.number(score.confidence());
        out.raw(COMPOUND);
        out.number(score.compound());
        out.raw(POSITIVE);
        out.number(score.positive());
        out.raw(NEGATIVE);
        out.number(score.negative());
        out.raw(NEUTRAL);
        out.number(score.neutral());
        writeTools(analysis, out);
        out.raw(END);
    }

    private void writeTools(Analysis analysis, LineBuffer out) {
        Set<String> tools = analysis.toolIds();
        Set<String> sorted = tools.size() > 1 ? new TreeSet<>(tools) : tools;
        out.raw(TOOLS);
        boolean first = true;
        for (String tool : sorted) {
            if (!first) {
                out.raw(',');
            }
            out.string(tool);
            first = false;
        }
        out.raw(']');
        Score score = analysis.score();
        if (score.foreign()) {
            out.raw(NOT_ENGLISH);
        }
        if (verdicts && tools.size() > 1) {
            out.raw(TOOL_SENTIMENTS);
            first = true;
            for (String tool : sorted) {
                if (!first) {
                    out.raw(',');
                }
                out.string(tool);
                out.raw(LABELS.of(analysis.mentions().sentiment(tool, score.sentiment())));
                first = false;
            }
            out.raw('}');
        }
    }

    /** A piece of JSON for each class. */
    @SuppressWarnings("ArrayRecordComponent") // compared with nothing
    private record Pieces(byte[] positive, byte[] neutral, byte[] negative) {
        static Pieces with(String format) {
            return new Pieces(piece(format, Sentiment.POSITIVE), piece(format, Sentiment.NEUTRAL), piece(format, Sentiment.NEGATIVE));
        }

        private static byte[] piece(String format, Sentiment sentiment) {
            return LineBuffer.piece(String.format(Locale.ROOT, format, sentiment.label()));
        }

        byte[] of(Sentiment sentiment) {
            return switch (sentiment) {
                case POSITIVE -> positive;
                case NEUTRAL -> neutral;
                case NEGATIVE -> negative;
            };
        }
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
}
