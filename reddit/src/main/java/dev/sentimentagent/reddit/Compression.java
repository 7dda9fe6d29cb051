package dev.sentimentagent.reddit;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;

/** How a dump is compressed, told by its first bytes rather than by its name. */
enum Compression {
    PLAIN, GZIP, ZSTD;

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int ZSTD_MAGIC = 0x28b52ffd;
    /** Pushshift compresses with windows of 2 GiB; a decoder refuses those unless told to take them. */
    private static final int MAX_WINDOW_LOG = 31;

    /** The uncompressed bytes of the file, from its start. Closing it closes the file. */
    static InputStream open(CountingChannelStream file) throws IOException {
        return switch (of(file)) {
            case PLAIN -> file;
            case GZIP -> new GZIPInputStream(file, BUFFER);
            case ZSTD -> new ZstdInputStreamNoFinalizer(file).setLongMax(MAX_WINDOW_LOG);
        };
    }

    private static Compression of(CountingChannelStream file) throws IOException {
        byte[] head = file.readNBytes(4);
        file.seek(0);
        if (head.length < 4) {
            return PLAIN;
        }
        int word = ByteBuffer.wrap(head).getInt();
        if (word >>> 16 == GZIP_MAGIC) {
            return GZIP;
        }
        return word == ZSTD_MAGIC ? ZSTD : PLAIN;
    }
}
