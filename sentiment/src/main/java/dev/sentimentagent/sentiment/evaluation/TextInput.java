package dev.sentimentagent.sentiment.evaluation;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens what holds text: plain or in gzip, in UTF-8, or in UTF-16 if a byte order mark says so, as some spreadsheets write it. */
public final class TextInput {
    /** What may be looked at before it is read. */
    public static final int AHEAD = 1 << 16;
    private static final int GZIP = 0x1F8B;

    private TextInput() {}

    public static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            return open(bytes);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** The same of a stream, which is closed with the reader. The byte order mark is no part of the text; what is not UTF-8 is read as U+FFFD. */
    public static BufferedReader open(InputStream bytes) throws IOException {
        InputStream packed = new BufferedInputStream(bytes, AHEAD);
        packed.mark(2);
        boolean gzip = ((packed.read() << Byte.SIZE) | packed.read()) == GZIP;
        packed.reset();
        InputStream plain = gzip ? new BufferedInputStream(new GZIPInputStream(packed, AHEAD), AHEAD) : packed;
        plain.mark(3);
        int first = plain.read();
        int second = plain.read();
        int third = plain.read();
        plain.reset();
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            mark = 3;
        } else if (first == 0xFE && second == 0xFF) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else if (first == 0xFF && second == 0xFE) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        }
        plain.skipNBytes(mark);
        return new BufferedReader(new InputStreamReader(plain, charset), AHEAD);
    }
}
