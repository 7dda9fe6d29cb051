package dev.sentimentagent.reddit;

/**
 * A place between two lines of a dump, at which reading can be taken up again.
 *
 * @param lines number of lines before it
 * @param bytes number of uncompressed bytes before it
 */
public record DumpPosition(long lines, long bytes) {
    public static final DumpPosition START = new DumpPosition(0, 0);

    public DumpPosition {
        if (lines < 0 || bytes < lines) {
            throw new IllegalArgumentException("no position in a file: " + lines + " lines, " + bytes + " bytes");
        }
    }
}
