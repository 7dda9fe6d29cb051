package dev.sentimentagent.server.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The network between one instance and its store. It can be severed as by a firewall: nothing passes, and neither side hears of it. */
final class Relay implements AutoCloseable {
    private final URI store;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private boolean severed;

    /** To the server of that {@code STORE_URL}. */
    Relay(String storeUrl) throws IOException {
        this.store = URI.create(storeUrl);
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The same database, reached through here. */
    String storeUrl() {
        return store.toString().replace(":" + store.getPort() + "/", ":" + listening.getLocalPort() + "/");
    }

    void sever() {
        set(true);
    }

    void mend() {
        set(false);
    }

    private void set(boolean now) {
        lock.lock();
        try {
            severed = now;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitMended() {
        lock.lock();
        try {
            while (severed) {
                mended.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), store.getPort());
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> pump(client, server));
                Thread.ofVirtual().start(() -> pump(server, client));
            } catch (IOException _) {
                // It is closed, or the server is gone: the next attempt of the client will tell.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[1 << 16];
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                awaitMended();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException _) {
            // One side has closed it.
        }
        open.remove(from);
        open.remove(to);
    }

    @Override
    public void close() {
        mend();
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
