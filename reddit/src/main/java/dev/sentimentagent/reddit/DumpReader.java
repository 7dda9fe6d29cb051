package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Reason;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

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
 * <p>Streams in bounded memory: one line (at most {@value LineReader#MAX_LINE} bytes; longer ones are rejected) and the window of the
 * compression, which for a monthly dump of Pushshift is 2 GiB outside of the heap. One thread reads; the figures for a progress bar may
 * be asked by any.
 */
public final class DumpReader implements Closeable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Path path;
    private final long size;
    private final CountingChannelStream file;
    private final InputStream in;
    private final LineReader lines;
    private final @Nullable ItemKind kindByName;
    private final ItemFields fields = new ItemFields();
    private final ItemAssembler assembler = new ItemAssembler(fields);
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
        if (failure != null) {
            throw failure;
        }
        try {
            while (lines.next()) {
                long number = lineNumber + 1;
                lineNumber = number;
                DumpLine line = parse(number);
                if (line != null) {
                    return line;
                }
            }
            return null;
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

    private @Nullable DumpLine parse(long number) {
        if (lines.oversized()) {
            return new DumpLine.Bad(new Rejection(Reason.OVERSIZED, "the line is longer than " + LineReader.MAX_LINE + " bytes"), number);
        }
        byte[] bytes = lines.buffer();
        int start = lines.start();
        int length = lines.length();
        if (number == 1 && startsWithByteOrderMark(bytes, start, length)) {
            start += BYTE_ORDER_MARK.length;
            length -= BYTE_ORDER_MARK.length;
        }
        if (isBlank(bytes, start, length)) {
            return null;
        }
        try {
            return new DumpLine.Parsed(Json.read(bytes, start, length, this::item), number);
        } catch (Json.NotJsonException e) {
            return new DumpLine.Bad(new Rejection(Reason.BAD_JSON, String.valueOf(e.getMessage())), number);
        } catch (RejectedException e) {
            return new DumpLine.Bad(e.rejection(), number);
        }
    }

    private Item item(JsonParser parser) throws RejectedException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new RejectedException(Reason.WRONG_TYPE, "the line is not a JSON object");
        }
        fields.read(parser);
        if (parser.nextToken() != null) {
            throw new RejectedException(Reason.BAD_JSON, "something follows the JSON object");
        }
        ItemKind kind = fields.kind();
        if (kind == null) {
            kind = kindByName;
        }
        if (kind == null) {
            throw new RejectedException(Reason.UNKNOWN_KIND, "neither a title nor a body tells a post from a comment");
        }
        return assembler.assemble(kind, null);
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

    private static boolean startsWithByteOrderMark(byte[] bytes, int start, int length) {
        return length >= 3
                && bytes[start] == BYTE_ORDER_MARK[0]
                && bytes[start + 1] == BYTE_ORDER_MARK[1]
                && bytes[start + 2] == BYTE_ORDER_MARK[2];
    }

    private static boolean isBlank(byte[] bytes, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
