package dev.sentimentagent.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into blocks of whole lines, each as large as what could be read at once: large from a file, a line from a keyboard. */
final class LineBlocks {
    private static final int BLOCK_BYTES = 1 << 17;

    private final InputStream in;
    private byte[] buffer = new byte[BLOCK_BYTES];
    private int filled;

    LineBlocks(InputStream in) {
        this.in = in;
    }

    /** Some whole lines with their ends; the last block's last line may have none. Null at the end. */
    byte @Nullable [] next() throws IOException {
        while (true) {
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                byte[] rest = Arrays.copyOf(buffer, filled);
                filled = 0;
                return rest.length == 0 ? null : rest;
            }
            int searchFrom = filled;
            filled += read;
            int end = lastLineEnd(searchFrom);
            if (end > 0) {
                byte[] block = Arrays.copyOf(buffer, end);
                System.arraycopy(buffer, end, buffer, 0, filled - end);
                filled -= end;
                return block;
            }
        }
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
