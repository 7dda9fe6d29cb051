package dev.sentimentagent.reddit;

import dev.sentimentagent.model.ItemKind;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dump of Pushshift or Arctic Shift ({@code RS_*}: posts, {@code RC_*}: comments): one JSON object a line, plain, gzip (of any
 * number of members) or zstd. {@code collectedAt} is {@code retrieved_on} or {@code retrieved_utc} where the line has it, else its
 * creation.
 *
 * <pre>{@code
 * try (DumpReader reader = DumpReader.open(file, DumpPosition.START)) {
 *     DumpLine line;
 *     while ((line = reader.next()) != null) {
 *         …
 *     }
 * }
 * }</pre>
 *
 * <p>To parse on several threads, take blocks with {@link #nextBlock} instead.
 *
 * <p>Streams in bounded memory: one line (at most {@value LineReader#MAX_LINE} bytes; longer ones are rejected) and the window of the
 * compression, which for a monthly dump of Pushshift is 2 GiB outside of the heap. One thread reads; the figures for a progress bar may
 * be asked by any.
 */
public final class DumpReader implements Closeable {
    private static final int BLOCK_BYTES = 1 << 20;

    private final Path path;
    private final long size;
    private final CountingChannelStream file;
    private final InputStream in;
    private final LineReader lines;
    private final @Nullable ItemKind kindByName;
    private final DumpLineParser parser;
    private volatile long lineNumber;
    private @Nullable DumpException failure;

    private DumpReader(Path path, CountingChannelStream file, DumpPosition from) throws IOException {
        this.path = path;
        this.size = Files.size(path);
        this.file = file;
        this.in = Compression.open(file);
        skip(from);
        this.lines = new LineReader(in, from.bytes());
        this.lineNumber = from.lines();
        this.kindByName = kindByName(path);
        this.parser = new DumpLineParser(kindByName);
    }

    /** Opens a dump at its first line. */
    public static DumpReader open(Path file) throws IOException {
        return open(file, DumpPosition.START);
    }

    /**
     * Opens a dump at a position that {@link #position()} gave before. Plain files are entered there at once; of compressed ones what
     * lies before is uncompressed, but not parsed.
     *
     * @throws DumpException if the file has no line that begins there, or its compression is damaged before it
     * @throws IOException if the file cannot be opened
     */
    public static DumpReader open(Path file, DumpPosition from) throws IOException {
        CountingChannelStream stream = new CountingChannelStream(file);
        try {
            return new DumpReader(file, stream, from);
        } catch (DumpException e) {
            stream.close();
            throw e;
        } catch (IOException e) {
            stream.close();
            throw new DumpException(file, from.lines(), describe(e), e);
        }
    }

    /**
     * What the next line holds; blank lines are passed over.
     *
     * @return null at the end
     * @throws DumpException if the file cannot be read on; every line before has been returned
     */
    public @Nullable DumpLine next() throws DumpException {
        while (advance()) {
            DumpLine line = lines.oversized()
                    ? DumpLineParser.oversized(lineNumber)
                    : parser.parse(lines.buffer(), lines.start(), lines.length(), lineNumber);
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    /**
     * The next lines, not parsed yet: as many as asked for, but hardly more than a megabyte of them, and fewer at the end.
     *
     * @return null at the end
     * @throws DumpException if the file cannot be read on; every line before has been returned
     */
    public @Nullable DumpBlock nextBlock(int most) throws DumpException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BLOCK_BYTES / 2);
        int[] ends = new int[most];
        BitSet oversized = new BitSet();
        int count = 0;
        try {
            while (count < most && bytes.size() < BLOCK_BYTES && advance()) {
                oversized.set(count, lines.oversized());
                bytes.write(lines.buffer(), lines.start(), lines.length());
                ends[count++] = bytes.size();
            }
        } catch (DumpException e) {
            if (count == 0) {
                throw e;
            }
            // Thrown again when the next block is asked for.
        }
        return count == 0 ? null : new DumpBlock(kindByName, bytes.toByteArray(), ends, count, oversized, position(), bytesRead());
    }

    private boolean advance() throws DumpException {
        if (failure != null) {
            throw failure;
        }
        try {
            if (!lines.next()) {
                return false;
            }
            long number = lineNumber + 1;
            lineNumber = number;
            return true;
        } catch (IOException e) {
            failure = new DumpException(path, lineNumber, describe(e), e);
            throw failure;
        }
    }

    /** Where the next line begins: the lines that were returned lie before it. */
    public DumpPosition position() {
        return new DumpPosition(lineNumber, lines.consumed());
    }

    /** Number of the line that was read last, from 1. */
    public long lineNumber() {
        return lineNumber;
    }

    /** How much of the file has been read, in bytes as it lies on the disk. */
    public long bytesRead() {
        return file.position();
    }

    /** Size of the file in bytes when it was opened. */
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        in.close();
        file.close();
    }

    private void skip(DumpPosition from) throws IOException {
        if (from.bytes() == 0) {
            return;
        }
        try {
            // The byte before must end a line (or the file), or the position belongs to another file.
            long before = from.bytes() - 1;
            if (in == file) {
                file.seek(before);
            } else {
                in.skipNBytes(before);
            }
            int last = in.read();
            if (last < 0) {
                throw new EOFException();
            }
            if (last != '\n' && in.read() >= 0) {
                throw new DumpException(path, from.lines(), "not the file that was read before: no line ends", null);
            }
        } catch (EOFException e) {
            throw new DumpException(path, from.lines(), "not the file that was read before: it ends", e);
        }
    }

    private static @Nullable ItemKind kindByName(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.startsWith("rs_") || name.contains("submissions") || name.contains("posts")) {
            return ItemKind.POST;
        }
        return name.startsWith("rc_") || name.contains("comments") ? ItemKind.COMMENT : null;
    }

    private static String describe(IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return "cannot be read on (" + reason + ")";
    }
}
