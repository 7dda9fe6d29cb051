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

    private Json() {}

    /** What is read from a parser that stands before the first token. */
    interface Reading<T, X extends Exception> {
        T read(JsonParser parser) throws X;
    }

    /**
     * Reads the bytes; if they are not UTF-8, once more with U+FFFD in the place of what is not.
     *
     * @throws JacksonException if they are not JSON
     */
    static <T, X extends Exception> T read(byte[] bytes, int offset, int length, Reading<T, X> reading) throws X {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            return reading.read(parser);
        } catch (JacksonException e) {
            byte[] mended = new String(bytes, offset, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            if (Arrays.equals(mended, 0, mended.length, bytes, offset, offset + length)) {
                throw e;
            }
            try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), mended)) {
                return reading.read(parser);
            }
        }
    }

    /** Whether what was wrong is that the input ended too early. */
    static boolean endedEarly(JacksonException e) {
        return e instanceof UnexpectedEndOfInputException;
    }

    /** One line that says what was wrong and where, without any of the input, which Jackson's own messages quote. */
    static String describe(JacksonException e) {
        long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
        return (endedEarly(e) ? "ends early" : "not JSON") + (at < 0 ? "" : " at byte " + at);
    }
}
