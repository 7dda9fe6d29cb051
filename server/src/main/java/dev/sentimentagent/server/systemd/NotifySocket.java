package dev.sentimentagent.server.systemd;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The socket that a service manager names in {@code NOTIFY_SOCKET}: each message is one datagram (sd_notify(3)). The JDK has Unix sockets
 * for streams only, so the C library is called, on Linux only. Thread-safe.
 */
final class NotifySocket {
    private static final String VARIABLE = "NOTIFY_SOCKET";
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    /** A manager that does not read must hold nothing up; no signal if it has gone. */
    private static final int DONTWAIT_NOSIGNAL = 0x40 | 0x4000;
    /** Of {@code sockaddr_un.sun_path}, which follows two bytes of family. */
    private static final int MAX_PATH = 108;
    private static final int PATH_AT = 2;

    private final byte[] path;
    private final MethodHandle socket;
    private final MethodHandle sendto;
    private final MethodHandle close;

    private NotifySocket(byte[] path) {
        this.path = path;
        Linker linker = Linker.nativeLinker();
        var integer = ValueLayout.JAVA_INT;
        var pointer = ValueLayout.ADDRESS;
        var size = ValueLayout.JAVA_LONG;
        this.socket = handle(linker, "socket", FunctionDescriptor.of(integer, integer, integer, integer));
        this.sendto = handle(linker, "sendto", FunctionDescriptor.of(size, integer, pointer, size, integer, pointer, integer));
        this.close = handle(linker, "close", FunctionDescriptor.of(integer, integer));
    }

    @SuppressWarnings("restricted") // Native code is what this is for.
    private static MethodHandle handle(Linker linker, String function, FunctionDescriptor types) {
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(function), types);
    }

    /** The socket; empty if no service manager has named one, or one that cannot be used here. */
    static Optional<NotifySocket> of(Map<String, String> environment) {
        byte[] path = environment.getOrDefault(VARIABLE, "").getBytes(StandardCharsets.UTF_8);
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean usable = path.length > 1 && path.length < MAX_PATH && (path[0] == '/' || path[0] == '@');
        return linux && usable ? Optional.of(new NotifySocket(path)) : Optional.empty();
    }

    /**
     * Sends a message: lines of {@code NAME=value}.
     *
     * @return whether it was taken
     */
    boolean send(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(PATH_AT + MAX_PATH, Short.BYTES);
            address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(path, 0, address, ValueLayout.JAVA_BYTE, PATH_AT, path.length);
            if (path[0] == '@') {
                // An address in the abstract name space: it begins with a zero, and has no file.
                address.set(ValueLayout.JAVA_BYTE, PATH_AT, (byte) 0);
            }
            MemorySegment body = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            int descriptor = (int) socket.invokeExact(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
            if (descriptor < 0) {
                return false;
            }
            try {
                long sent = (long) sendto
                        .invokeExact(descriptor, body, (long) bytes.length, DONTWAIT_NOSIGNAL, address, PATH_AT + path.length);
                return sent == bytes.length;
            } finally {
                int _ = (int) close.invokeExact(descriptor);
            }
        } catch (Throwable e) {
            // The handles declare it; the functions themselves do not throw.
            throw new IllegalStateException(VARIABLE + " could not be written to", e);
        }
    }
}
