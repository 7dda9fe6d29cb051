package dev.sentimentagent.server.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/** Bytes of JSON that are put together. What nearly all values are, short names and numbers of four decimals, is copied and not made anew. Confined to one thread. */
final class LineBuffer {
    private static final int SCALE = 10_000;
    /** The decimals from 0 to 1 as JSON has them. */
    private static final byte[][] DECIMALS = decimals();
    private static final int LONGEST_PLAIN = 64;

    private final JsonMapper json;
    private byte[] bytes;
    private int size;

    /** @param json writes what is not plain */
    LineBuffer(JsonMapper json, int capacity) {
        this.json = json;
        this.bytes = new byte[Math.max(capacity, LONGEST_PLAIN)];
    }

    /** A piece of JSON as {@link #raw} takes it. */
    static byte[] piece(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    void raw(byte[] piece) {
        reserve(piece.length);
        System.arraycopy(piece, 0, bytes, size, piece.length);
        size += piece.length;
    }

    void raw(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    void number(long value) {
        raw(piece(Long.toString(value)));
    }

    void number(double value) {
        long scaled = Math.round(value * SCALE);
        if (Math.abs(scaled) > SCALE || (double) scaled / SCALE != value) {
            raw(piece(Double.toString(value)));
            return;
        }
        if (scaled < 0) {
            raw('-');
        }
        raw(DECIMALS[(int) Math.abs(scaled)]);
    }

    void string(String value) {
        int length = value.length();
        if (length > LONGEST_PLAIN) {
            raw(json.writeValueAsBytes(value));
            return;
        }
        reserve(length + 2);
        bytes[size] = '"';
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                raw(json.writeValueAsBytes(value));
                return;
            }
            bytes[size + 1 + i] = (byte) c;
        }
        bytes[size + 1 + length] = '"';
        size += length + 2;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    private static byte[][] decimals() {
        byte[][] decimals = new byte[SCALE + 1][];
        for (int i = 0; i <= SCALE; i++) {
            decimals[i] = piece(Double.toString((double) i / SCALE));
        }
        return decimals;
    }
}
