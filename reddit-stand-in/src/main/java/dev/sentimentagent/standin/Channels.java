package dev.sentimentagent.standin;

import io.helidon.common.socket.SocketOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open connections by the address of the client. The server gives its handlers no way to its sockets, and without one a connection
 * can be closed but not reset; it does however show each accepted channel to its socket options, which is what this takes part as.
 */
final class Channels implements SocketOptions {
    private final SocketOptions options;
    private final Map<SocketAddress, SocketChannel> open = new ConcurrentHashMap<>();

    Channels(SocketOptions options) {
        this.options = options;
    }

    @Override
    public void configureSocket(SocketChannel channel) {
        options.configureSocket(channel);
        open.values().removeIf(known -> !known.isOpen());
        try {
            open.put(channel.getRemoteAddress(), channel);
        } catch (IOException e) {
            throw new UncheckedIOException("the client of a new connection is unknown", e);
        }
    }

    @Override
    public void configureSocket(Socket socket) {
        options.configureSocket(socket);
    }

    /** Resets the connection with the client (TCP RST). */
    void reset(SocketAddress client) throws IOException {
        SocketChannel channel = open.remove(client);
        if (channel == null) {
            throw new IOException("no open connection with " + client);
        }
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
    }

    @Override
    public Map<SocketOption<?>, Object> socketOptions() {
        return options.socketOptions();
    }

    @Override
    public Duration connectTimeout() {
        return options.connectTimeout();
    }

    @Override
    public Duration readTimeout() {
        return options.readTimeout();
    }

    @Override
    public Optional<Integer> socketReceiveBufferSize() {
        return options.socketReceiveBufferSize();
    }

    @Override
    public Optional<Integer> socketSendBufferSize() {
        return options.socketSendBufferSize();
    }

    @Override
    public boolean socketReuseAddress() {
        return options.socketReuseAddress();
    }

    @Override
    public boolean socketKeepAlive() {
        return options.socketKeepAlive();
    }

    @Override
    public boolean tcpNoDelay() {
        return options.tcpNoDelay();
    }
}
