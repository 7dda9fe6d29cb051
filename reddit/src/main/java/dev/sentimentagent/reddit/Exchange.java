package dev.sentimentagent.reddit;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** What became of one HTTP request. */
sealed interface Exchange {
    /** An answer arrived, whole as far as HTTP goes. */
    final class Answer implements Exchange {
        private final int status;
        private final HttpHeaders headers;
        private final byte[] body;

        Answer(int status, HttpHeaders headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        int status() {
            return status;
        }

        HttpHeaders headers() {
            return headers;
        }

        /** Size of the body as it came. */
        int size() {
            return body.length;
        }

        /**
         * The body as it was before it was compressed for the way.
         *
         * @throws EOFException if it was cut off
         * @throws IOException if it cannot be unpacked, or is larger than {@code most} bytes
         */
        byte[] unpacked(int most) throws IOException {
            String encoding = headers.firstValue("content-encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
            if (body.length == 0 || encoding.equals("identity") || encoding.isEmpty()) {
                return body;
            }
            if (!encoding.equals("gzip") && !encoding.equals("x-gzip")) {
                throw new IOException("packed in a way that was not asked for");
            }
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                byte[] unpacked = in.readNBytes(most);
                if (in.read() >= 0) {
                    throw new IOException("larger than " + most + " bytes");
                }
                return unpacked;
            }
        }

        /** Its content type without parameters, for a message. */
        String contentType() {
            String type = headers.firstValue("content-type").orElse("no content type");
            int end = type.indexOf(';');
            return OneLine.of(end < 0 ? type : type.substring(0, end));
        }
    }

    /**
     * No answer arrived.
     *
     * @param repeatable whether the same request may succeed later
     */
    record Broken(Fetch.Failure failure, boolean repeatable) implements Exchange {}
}
