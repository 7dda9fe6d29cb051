package dev.sentimentagent.server.web;

import dev.sentimentagent.server.dashboard.Page;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** An answer as it is sent, in both codings, again and again. Thread-safe. */
final class Answer {
    /** What fits a packet is not worth packing. */
    private static final int WORTH_PACKING = 1400;
    private static final int ETAG_BYTES = 12;

    private final String type;
    private final byte[] body;
    /** Without the quotes, and the same for both codings. */
    private final String tag;
    private final @Nullable String next;
    private final Status status;
    private final @Nullable String file;
    private final boolean whole;
    private volatile byte @Nullable [] packed;

    /**
     * An answer.
     *
     * @param content what makes it differ from another answer to the same question; the body itself, or the body without its times
     * @param next query string of the next part of a list; null if this is the last
     */
    Answer(String type, byte[] body, byte[] content, @Nullable String next) {
        this(type, body, content, next, Status.OK_200, null, true);
    }

    private Answer(String type, byte[] body, byte[] content, @Nullable String next, Status status, @Nullable String file,
            boolean whole) {
        this.type = type;
        this.status = status;
        this.file = file;
        this.whole = whole;
        this.body = body;
        this.tag = digest(content);
        this.next = next;
    }

    /** A page, or a file made from one. */
    static Answer of(Page page) {
        byte[] body = page.bytes();
        return new Answer(page.type(), body, body, null, Status.create(page.status()), page.file(), page.whole());
    }

    /** Whether it has all that it will have a moment later. */
    boolean whole() {
        return whole;
    }

    /** What it takes in memory. */
    int bytes() {
        byte[] gzip = packed;
        return body.length + (gzip == null ? 0 : gzip.length);
    }

    /** Packs it ahead, if the answer that it takes the place of was sent so. */
    void packAs(Answer before) {
        if (before.packed != null) {
            var _ = packed();
        }
    }

    void send(ServerRequest request, ServerResponse response) {
        boolean pack = body.length > WORTH_PACKING && accepts(request);
        response.header(HeaderNames.ETAG, pack ? "\"" + tag + "-gzip\"" : "\"" + tag + "\"");
        response.header(HeaderNames.CACHE_CONTROL, "no-cache");
        if (body.length > WORTH_PACKING) {
            response.headers().add(HeaderNames.VARY, "Accept-Encoding");
        }
        if (next != null) {
            response.header(HeaderNames.LINK, "<" + request.path().absolute().rawPath() + "?" + next + ">; rel=\"next\"");
        }
        if (file != null) {
            response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
        }
        response.status(status);
        if (status.equals(Status.OK_200) && isKnown(request)) {
            response.status(Status.NOT_MODIFIED_304).send();
        } else if (pack) {
            response.header(HeaderNames.CONTENT_ENCODING, "gzip");
            Routes.send(request, response, type, packed());
        } else {
            Routes.send(request, response, type, body);
        }
    }

    private boolean isKnown(ServerRequest request) {
        return request.headers()
                .all(HeaderNames.IF_NONE_MATCH, List::of)
                .stream()
                .anyMatch(tags -> tags.contains("\"" + tag) || tags.strip().equals("*"));
    }

    private static boolean accepts(ServerRequest request) {
        return request.headers()
                .all(HeaderNames.ACCEPT_ENCODING, List::of)
                .stream()
                .anyMatch(codings -> codings.contains("gzip") && !codings.contains("gzip;q=0"));
    }

    private byte[] packed() {
        byte[] gzip = packed;
        if (gzip == null) {
            gzip = pack(body);
            packed = gzip;
        }
        return gzip;
    }

    private static byte[] pack(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream gzip = new Fast(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(sha256(content), 0, ETAG_BYTES);
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Packed while the client waits, so at the level that takes least time. */
    private static final class Fast extends GZIPOutputStream {
        Fast(ByteArrayOutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
