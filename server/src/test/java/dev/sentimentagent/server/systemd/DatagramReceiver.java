package dev.sentimentagent.server.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The other end of a socket for notifications, as systemd holds it. */
final class DatagramReceiver implements AutoCloseable {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int ADDRESS_SIZE = 110;

    private final int descriptor;

    /** @param address a path, or a name in the abstract name space after {@code @} */
    DatagramReceiver(String address) {
        try (Arena arena = Arena.ofConfined()) {
            byte[] path = address.getBytes(StandardCharsets.UTF_8);
            MemorySegment sockaddr = arena.allocate(ADDRESS_SIZE, Short.BYTES);
            sockaddr.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(path, 0, sockaddr, ValueLayout.JAVA_BYTE, 2, path.length);
            if (path[0] == '@') {
                sockaddr.set(ValueLayout.JAVA_BYTE, 2, (byte) 0);
            }
            var integer = ValueLayout.JAVA_INT;
            descriptor = (int) handle("socket", FunctionDescriptor.of(integer, integer, integer, integer))
                    .invokeExact(AF_UNIX, SOCK_DGRAM, 0);
            int bound = (int) handle("bind", FunctionDescriptor.of(integer, integer, ValueLayout.ADDRESS, integer))
                    .invokeExact(descriptor, sockaddr, 2 + path.length);
            assertThat(bound).isZero();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** The next message that has arrived; empty if there is none. */
    Optional<String> poll() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(4096);
            var size = ValueLayout.JAVA_LONG;
            long length = (long) handle(
                    "recv",
                    FunctionDescriptor.of(size, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, size, ValueLayout.JAVA_INT))
                    .invokeExact(descriptor, buffer, buffer.byteSize(), MSG_DONTWAIT);
            return length < 0
                    ? Optional.empty()
                    : Optional.of(new String(buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            int _ = (int) handle("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)).invokeExact(descriptor);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("restricted") // Native code is what this is for.
    private static MethodHandle handle(String function, FunctionDescriptor types) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(function), types);
    }
}
