package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.SentimentAgent;
import dev.sentimentagent.server.settings.Settings;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A program like {@code serve}, whose store hangs while there is a file {@code hang} in its folder: in native code, as SQLite does on a
 * disk that does not answer.
 */
@SuppressWarnings("restricted") // a foreign call is what it is for
public final class HangingService {
    private static final int PAUSE_MICROS = 10_000;
    private static final Linker LINKER = Linker.nativeLinker();
    @SuppressWarnings("restricted")
    private static final MethodHandle USLEEP = LINKER.downcallHandle(
            LINKER.defaultLookup().find("usleep").orElseThrow(),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private HangingService() {}

    public static void main(String[] args) throws InterruptedException {
        Carriers.provide();
        Settings settings = Startup.settings(Map.of());
        StopSignals stop = StopSignals.register();
        Path hang = Path.of(System.getProperty("sentimentagent.home"), "hang");
        Store store = hanging(Store.class, Startup.openStore(settings, TimeSource.system()), hang);
        try (store; SentimentAgent _ = SentimentAgent.start(settings, store, TimeSource.system(), false)) {
            stop.await();
        }
        System.exit(ExitCode.OK);
    }

    private static <T> T hanging(Class<T> type, Object target, Path hang) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, args) -> {
            Class<?> returned = method.getReturnType();
            try {
                if (returned.isInterface() && returned.getPackage().equals(Store.class.getPackage())) {
                    return hanging(returned, method.invoke(target, args), hang);
                }
                while (Files.exists(hang)) {
                    int _ = (int) USLEEP.invokeExact(PAUSE_MICROS);
                }
                return method.invoke(target, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
