package dev.sentimentagent.server.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that takes an answer in small sips, so that the server is still writing it when the test says so. */
final class SlowReader implements AutoCloseable {
    private static final int SMALL_BUFFER = 4096;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    SlowReader(URI uri) throws IOException {
        // Before it connects, or the window is as large as any.
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        String target = uri.getRawPath() + "?" + uri.getRawQuery();
        String request = "GET " + target + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        in = socket.getInputStream();
    }

    /** Reads one sip; false at the end of the connection. */
    boolean sip() throws IOException {
        byte[] sip = new byte[SMALL_BUFFER];
        int read = in.read(sip);
        received.write(sip, 0, Math.max(0, read));
        return read >= 0;
    }

    int bytes() {
        return received.size();
    }

    /** The whole answer, headers first. */
    String answer() {
        return received.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
