package dev.sentimentagent.server.collection;

import dev.sentimentagent.reddit.DumpLine;

/** Watches an import, on the thread that runs it. */
public interface ImportListener {
    /**
     * Something was committed.
     *
     * @param bytesRead of the file as it lies on the disk
     * @param bytesTotal its size
     * @param lines read of it so far
     */
    void progressed(long bytesRead, long bytesTotal, long lines);

    /** A line was not understood; the import goes on. */
    void rejected(DumpLine.Bad line);
}
