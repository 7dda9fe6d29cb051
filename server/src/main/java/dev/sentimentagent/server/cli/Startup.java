package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.settings.ClockSpec;
import dev.sentimentagent.server.settings.Environment;
import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.store.sql.SqliteStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** What several commands do first. */
final class Startup {
    /** The folder of the program: {@code .env} lies there, and relative paths of settings begin there, wherever it is called from. */
    private static final Path HOME = Path.of(System.getProperty("sentimentagent.home", ""));

    /** Room for all queries that can run at once, which are fewer, and for requests that need none. */
    private static final int CARRIERS = 8;

    private Startup() {}

    /**
     * Lets HTTP go on while queries hang on a disk that does not answer: as native code, each keeps the carrier of its virtual thread, and
     * the JVM has no more carriers than there are cores unless it is told before the first virtual thread starts.
     */
    static void reserveCarriers() {
        System.getProperties()
                .putIfAbsent(
                        "jdk.virtualThreadScheduler.parallelism",
                        Integer.toString(Math.max(CARRIERS, Runtime.getRuntime().availableProcessors())));
    }

    /** The settings, overlaid with what the command sets itself; logging is set up by them. */
    static Settings settings(Map<String, String> overrides) {
        Map<String, String> values = Environment.read(HOME, System.getenv());
        values.putAll(overrides);
        Settings settings = Settings.of(values, HOME);
        // Logback reads these when the first logger is asked for, which nothing has done yet.
        System.setProperty("LOG_LEVEL", settings.logLevel());
        System.setProperty("LOG_FORMAT", settings.logFormat());
        // Helidon logs through the JDK.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return settings;
    }

    static TimeSource clock(Settings settings) {
        return settings.clock().map(ClockSpec::open).orElseGet(TimeSource::system);
    }

    static Store openStore(Settings settings, TimeSource time) {
        return SqliteStore.open(settings.sqliteFile(), settings.storeRetries(), time, RandomGenerator.getDefault());
    }
}
