package dev.sentimentagent.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into blocks of whole lines, each as large as what could be read at once: large from a file, a line from a keyboard. Of a
 * line longer than {@value #MAX_LINE} bytes the rest is left out, so that memory is bounded.
 */
final class LineBlocks {
    static final int MAX_LINE = 8 << 20;
    private static final int BLOCK_BYTES = 1 << 17;

    private final InputStream in;
    private byte[] buffer = new byte[BLOCK_BYTES];
    private int filled;
    private boolean leavingOut;

    LineBlocks(InputStream in) {
        this.in = in;
    }

    /** Some whole lines with their ends; the last block's last line may have none. Null at the end. */
    byte @Nullable [] next() throws IOException {
        while (true) {
            if (filled == MAX_LINE) {
                leavingOut = true;
                return take(filled);
            }
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, MAX_LINE));
            }
            int searchFrom = filled;
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return filled == 0 ? null : take(filled);
            }
            filled += read;
            if (leavingOut) {
                dropRestOfLine();
            }
            int end = lastLineEnd(searchFrom);
            if (end > 0) {
                return take(end);
            }
        }
    }

    private byte[] take(int length) {
        byte[] block = Arrays.copyOf(buffer, length);
        System.arraycopy(buffer, length, buffer, 0, filled - length);
        filled -= length;
        return block;
    }

    /** The line's first part was given already, as if it were all of it. */
    private void dropRestOfLine() {
        int end = 0;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        leavingOut = end == filled;
        // The end of the line is kept: it ends the part that was given.
        System.arraycopy(buffer, end, buffer, 0, filled - end);
        filled -= end;
    }

    private int lastLineEnd(int from) {
        for (int at = filled - 1; at >= from; at--) {
            if (buffer[at] == '\n') {
                return at + 1;
            }
        }
        return 0;
    }
}
