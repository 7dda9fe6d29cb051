package dev.sentimentagent.reddit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as a stream that knows how far it has been read. One thread reads; any may ask how far. */
final class CountingChannelStream extends InputStream {
    private final SeekableByteChannel channel;
    private volatile long position;

    CountingChannelStream(Path file) throws IOException {
        this.channel = Files.newByteChannel(file);
    }

    long position() {
        return position;
    }

    void seek(long to) throws IOException {
        channel.position(to);
        position = to;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = channel.read(ByteBuffer.wrap(bytes, offset, length));
        if (count > 0) {
            position = channel.position();
        }
        return count;
    }

    /** {@link java.util.zip.GZIPInputStream} asks this to learn whether another member follows. */
    @Override
    public int available() throws IOException {
        return (int) Math.min(Integer.MAX_VALUE, channel.size() - position);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
