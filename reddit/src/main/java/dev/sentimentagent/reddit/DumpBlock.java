package dev.sentimentagent.reddit;

import dev.sentimentagent.model.ItemKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some whole lines of a dump, cut but not parsed yet, so that one thread can read a file and others make sense of it. Immutable once it is
 * handed out.
 */
public final class DumpBlock {
    private final @Nullable ItemKind kindByName;
    private final byte[] bytes;
    private final int[] ends;
    private final int count;
    private final BitSet oversized;
    private final DumpPosition end;
    private final long bytesRead;

    DumpBlock(@Nullable ItemKind kindByName, byte[] bytes, int[] ends, int count, BitSet oversized, DumpPosition end, long bytesRead) {
        this.kindByName = kindByName;
        this.bytes = bytes;
        this.ends = ends;
        this.count = count;
        this.oversized = oversized;
        this.end = end;
        this.bytesRead = bytesRead;
    }

    /** A block of lines that are in no file, each with its line break. */
    public static DumpBlock of(byte[] lines, ItemKind kind) {
        int[] ends = IntStream.range(0, lines.length).filter(at -> lines[at] == '\n').map(at -> at + 1).toArray();
        DumpPosition end = new DumpPosition(ends.length, lines.length);
        return new DumpBlock(kind, lines, ends, ends.length, new BitSet(), end, lines.length);
    }

    /** What its lines hold, in their order; blank ones are left out. */
    public List<DumpLine> parse() {
        DumpLineParser parser = new DumpLineParser(kindByName);
        List<DumpLine> lines = new ArrayList<>(count);
        long first = end.lines() - count + 1;
        int start = 0;
        for (int i = 0; i < count; i++) {
            DumpLine line = oversized.get(i) ? DumpLineParser.oversized(first + i) : parser.parse(bytes, start, ends[i] - start, first + i);
            start = ends[i];
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Where the next block begins. */
    public DumpPosition end() {
        return end;
    }

    /** How much of the file had been read with it, in bytes as it lies on the disk. */
    public long bytesRead() {
        return bytesRead;
    }
}
