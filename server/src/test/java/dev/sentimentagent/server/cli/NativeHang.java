package dev.sentimentagent.server.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CountDownLatch;

/** A program that starts as the real one does; then as many virtual threads hang in native code as read from SQLite at once at most. */
final class NativeHang {
    private static final int READERS = 4;
    private static final int A_MINUTE = 60;

    private NativeHang() {}

    @SuppressWarnings("restricted")
    public static void main(String[] args) throws InterruptedException {
        int _ = Main.run("--version");
        Linker linker = Linker.nativeLinker();
        MethodHandle sleep = linker.downcallHandle(linker.defaultLookup().find("sleep").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        CountDownLatch hanging = new CountDownLatch(READERS);
        for (int i = 0; i < READERS; i++) {
            Thread.ofVirtual().start(() -> {
                hanging.countDown();
                hang(sleep);
            });
        }
        hanging.await();
        Thread.ofVirtual().start(() -> {
            System.out.println("another request is answered");
            Runtime.getRuntime().halt(ExitCode.OK);
        }).join();
    }

    private static void hang(MethodHandle sleep) {
        try {
            int _ = (int) sleep.invokeExact(A_MINUTE);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
