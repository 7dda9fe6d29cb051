package dev.sentimentagent.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Between driver and server: breaks a connection when it has passed on a commit, and before the answer to it. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int server;
    private final AtomicInteger cuts = new AtomicInteger();

    CuttingProxy(int server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The next commit's answer is lost. */
    void cutNextCommit() {
        cuts.incrementAndGet();
    }

    int cutsLeft() {
        return cuts.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                Thread.ofVirtual().start(() -> pump(client, behind, true));
                Thread.ofVirtual().start(() -> pump(behind, client, false));
            } catch (IOException _) {
                // It is closed, or the server is gone: the next attempt of the client will tell.
            }
        }
    }

    private void pump(Socket from, Socket to, boolean requests) {
        byte[] buffer = new byte[1 << 16];
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                boolean cut = requests && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT")
                        && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                if (cut) {
                    // The client hears nothing any more; the server still does.
                    from.shutdownOutput();
                    from.close();
                }
                out.write(buffer, 0, read);
                out.flush();
                if (cut) {
                    to.shutdownOutput();
                    return;
                }
            }
        } catch (IOException _) {
            // One side has closed it.
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
