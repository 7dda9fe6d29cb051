package dev.sentimentagent.reddit;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A dump cannot be read on: it ends early, is damaged, or is not the file that a position was taken in. Every line before has been
 * given out. The message is one line that names the file and the line.
 */
public final class DumpException extends IOException {
    private final long lines;

    DumpException(Path file, long lines, String what, @Nullable Throwable cause) {
        super(file + ": " + what + " after line " + lines, cause);
        this.lines = lines;
    }

    /** Number of lines that were read before it. */
    public long lines() {
        return lines;
    }
}
