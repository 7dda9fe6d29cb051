package dev.sentimentagent.server.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Something on Reddit's port that is not Reddit, nor speaks HTTP. */
final class WrongServer implements AutoCloseable {
    /** What it says to whoever asks it for something. */
    enum Speech {
        /** Nobody listens. */
        NOBODY(""),
        /** Hangs up without a word. */
        NOTHING(""),
        /** The alert of a TLS server that was spoken to in plain text: fatal, unexpected message. */
        TLS("1503030002020a"),
        /** Another protocol. */
        SSH(HexFormat.of().formatHex("SSH-2.0-OpenSSH_9.9\r\n".getBytes(StandardCharsets.US_ASCII))),
        /** Bytes without meaning. */
        GARBAGE("00ff00ff0d0a0d0a80c0e0");

        private final String hex;

        Speech(String hex) {
            this.hex = hex;
        }
    }

    private final ServerSocket server;
    private final Speech speech;
    private final Thread thread = Thread.ofVirtual().unstarted(this::serve);

    WrongServer(int port, Speech speech) throws IOException {
        this.speech = speech;
        this.server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), port));
        if (speech == Speech.NOBODY) {
            server.close();
        } else {
            thread.start();
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setSoTimeout(1000);
                InputStream request = socket.getInputStream();
                for (int c = request.read(); c >= 0 && c != '\n'; c = request.read()) {
                    // The first line; what follows it is left unread.
                }
                socket.getOutputStream().write(HexFormat.of().parseHex(speech.hex));
            } catch (IOException _) {
                // Closed, or the client was gone first; the next one is served.
            }
        }
    }

    /** The port is free when this returns. */
    @Override
    public void close() {
        try {
            server.close();
            thread.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
