package dev.sentimentagent.reddit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines without decoding them. Memory is bounded: of a line longer than {@link #MAX_LINE} only the length is known.
 * Not thread-safe.
 */
final class LineReader {
    /** Reddit's longest items take some hundred kilobytes as JSON. */
    static final int MAX_LINE = 16 << 20;
    private static final int INITIAL = 1 << 18;

    private final InputStream in;
    private byte[] buffer = new byte[INITIAL];
    private int start;
    private int length;
    private int next;
    private int limit;
    private boolean ended;
    private boolean oversized;
    private long consumed;

    /** @param consumed number of bytes that were read from the stream before */
    LineReader(InputStream in, long consumed) {
        this.in = in;
        this.consumed = consumed;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Where the line starts in the buffer. */
    int start() {
        return start;
    }

    /** Length of the line without its line break. */
    int length() {
        return length;
    }

    /** Whether the line was too long, and is not in the buffer. */
    boolean oversized() {
        return oversized;
    }

    /** Number of bytes up to the end of the line, its line break included. */
    long consumed() {
        return consumed;
    }

    /**
     * Goes to the next line.
     *
     * @return false at the end
     * @throws IOException if the stream cannot be read on; every whole line before it has been given
     */
    boolean next() throws IOException {
        oversized = false;
        start = next;
        int scan = next;
        while (true) {
            int end = indexOfNewline(scan);
            if (end >= 0) {
                take(end, end + 1);
                return true;
            }
            scan = limit;
            if (ended) {
                boolean rest = oversized || limit > start;
                take(limit, limit);
                return rest;
            }
            if (limit - start > MAX_LINE) {
                oversized = true;
            }
            if (oversized) {
                // Let go of what was read of it; what counts now is only where it ends.
                consumed += limit - start;
                start = 0;
                limit = 0;
                scan = 0;
            }
            int moved = start;
            makeRoom();
            scan -= moved - start;
            int count = in.read(buffer, limit, buffer.length - limit);
            if (count < 0) {
                ended = true;
            } else {
                limit += count;
            }
        }
    }

    private void take(int end, int following) {
        consumed += following - start;
        next = following;
        length = oversized ? 0 : end - start;
        if (length > 0 && buffer[start + length - 1] == '\r') {
            length--;
        }
    }

    private int indexOfNewline(int from) {
        byte[] bytes = buffer;
        for (int i = from; i < limit; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void makeRoom() {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            next = 0;
            start = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }
}
