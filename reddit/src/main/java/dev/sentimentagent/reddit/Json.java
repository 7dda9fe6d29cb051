package dev.sentimentagent.reddit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** How Reddit's JSON is read: leniently where a fault costs only itself, so that one odd field does not cost a page. Thread-safe. */
final class Json {
    /** The input is bounded by whoever reads it, so these need not bound it again. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10_000)
                    .maxNumberLength(1_000_000)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Length of {@code fals}. */
    private static final int LONGEST_CUT = 4;

    private Json() {}

    /** What is read from a parser that stands before the first token. */
    interface Reading<T, X extends Exception> {
        T read(JsonParser parser) throws X;
    }

    /** The input is not JSON, or not whole. The message is one line that says where, and quotes none of it, as Jackson's own would. */
    static final class NotJsonException extends Exception {
        private final boolean cutOff;

        NotJsonException(String message, boolean cutOff) {
            super(message, null, false, false);
            this.cutOff = cutOff;
        }

        /** Whether what was wrong is that the input ended too early. */
        boolean cutOff() {
            return cutOff;
        }
    }

    /** Reads the bytes; if they are not UTF-8, once more with U+FFFD in the place of what is not. */
    static <T, X extends Exception> T read(byte[] bytes, int offset, int length, Reading<T, X> reading) throws X, NotJsonException {
        try {
            return parse(bytes, offset, length, reading);
        } catch (JacksonException e) {
            byte[] mended = new String(bytes, offset, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            if (Arrays.equals(mended, 0, mended.length, bytes, offset, offset + length)) {
                throw notJson(e, mended);
            }
            try {
                return parse(mended, 0, mended.length, reading);
            } catch (JacksonException again) {
                throw notJson(again, mended);
            }
        }
    }

    private static <T, X extends Exception> T parse(byte[] bytes, int offset, int length, Reading<T, X> reading) throws X {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            return reading.read(parser);
        }
    }

    private static NotJsonException notJson(JacksonException e, byte[] input) {
        long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
        boolean cutOff = e instanceof UnexpectedEndOfInputException || (at >= 0 && isBeginningOfScalar(input, at));
        return new NotJsonException((cutOff ? "ends early" : "not JSON") + (at < 0 ? "" : " at byte " + at), cutOff);
    }

    /** Jackson does not call it an early end if the input ends between two values, or within one such as {@code null} or {@code 1.5}. */
    private static boolean isBeginningOfScalar(byte[] input, long from) {
        if (from < input.length - LONGEST_CUT) {
            return false;
        }
        for (int i = (int) from; i < input.length; i++) {
            if (!Character.isLetterOrDigit(input[i]) && input[i] != '.' && input[i] != '-' && input[i] != '+') {
                return false;
            }
        }
        return true;
    }
}
