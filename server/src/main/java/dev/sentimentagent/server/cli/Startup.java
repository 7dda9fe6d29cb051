package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.server.catalogue.Catalogue;
import dev.sentimentagent.server.settings.ClockSpec;
import dev.sentimentagent.server.settings.Environment;
import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.server.settings.StoreAddress;
import dev.sentimentagent.store.sql.PostgresqlStore;
import dev.sentimentagent.store.sql.SqliteStore;
import dev.sentimentagent.store.sql.StoreEnd;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** What several commands do first. */
final class Startup {
    /** The folder of the program: {@code .env} lies there, and relative paths of settings begin there, wherever it is called from. */
    static final Path HOME = Path.of(System.getProperty("sentimentagent.home", ""));

    private Startup() {}

    /** The settings, overlaid with what the command sets itself; logging is set up by them. */
    static Settings settings(Map<String, String> overrides) {
        Environment environment = Environment.read(HOME, System.getenv());
        Map<String, String> values = overlaid(environment, overrides);
        Settings settings = Settings.of(values, HOME);
        // Logback reads these when the first logger is asked for, which nothing has done yet.
        System.setProperty("LOG_LEVEL", settings.log().level());
        System.setProperty("LOG_FORMAT", settings.log().format());
        // Helidon logs through the JDK.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        // Now, while there is one thread: loggers that others ask for in the meantime would be makeshift ones.
        var _ = LoggerFactory.getILoggerFactory();
        environment.strays().forEach(Startup::warn);
        return settings;
    }

    /** What {@link #settings} gives, in a line for the log. */
    static String told(Map<String, String> overrides) {
        return Settings.told(overlaid(Environment.read(HOME, System.getenv()), overrides), HOME);
    }

    private static Map<String, String> overlaid(Environment environment, Map<String, String> overrides) {
        Map<String, String> values = new HashMap<>(environment.values());
        values.putAll(overrides);
        return values;
    }

    /** That of a database server, if one is set. */
    static Optional<String> password() {
        return Optional.ofNullable(Environment.read(HOME, System.getenv()).values().get("STORE_PASSWORD")).filter(text -> !text.isBlank());
    }

    static TimeSource clock(Settings settings) {
        return settings.clock().map(ClockSpec::open).orElseGet(TimeSource::system);
    }

    static Store openStore(Settings settings, TimeSource time) {
        return openStore(settings.store().address(), settings.store().retries(), time);
    }

    static Store openStore(StoreAddress address, RetryPolicy retries, TimeSource time) {
        RandomGenerator random = RandomGenerator.getDefault();
        return switch (address) {
            case StoreAddress.Sqlite(Path file) -> SqliteStore.open(file, retries, time, random);
            case StoreAddress.Postgresql(var url, var password, _) ->
                PostgresqlStore.open(url, password.orElse(null), retries, time, random);
            case StoreAddress.Cosmos(String account, var key, _) ->
                ExtraStores.of(StoreAddress.Cosmos.SCHEME).open(account, key, true, retries, time, random);
        };
    }

    /** The catalogue of a store that is open, filled from what ships if it is empty. */
    static Catalogue catalogue(Settings settings, Store store, TimeSource time) {
        return new Catalogue(store.catalogue(), ToolCatalogue::standard, settings.collection().subreddits(), time);
    }

    /** A store as it is copied. */
    static StoreEnd end(StoreAddress address) {
        return switch (address) {
            case StoreAddress.Sqlite(Path file) -> StoreEnd.sqlite(file);
            case StoreAddress.Postgresql(var url, var password, _) -> StoreEnd.postgresql(url, password.orElse(null));
            case StoreAddress.Cosmos cosmos -> throw new IllegalArgumentException(cosmos + " has no rows");
        };
    }

    /** Opens the store without bringing it up to date, and without patience for one that fails. */
    static Store lookAtStore(Settings settings) {
        return lookAtStore(settings.store().address());
    }

    static Store lookAtStore(StoreAddress address) {
        return switch (address) {
            case StoreAddress.Sqlite(Path file) ->
                SqliteStore.openAsItIs(file, RetryPolicy.NEVER, TimeSource.system(), RandomGenerator.getDefault());
            case StoreAddress.Postgresql(var url, var password, _) ->
                PostgresqlStore.openAsItIs(url, password.orElse(null), RetryPolicy.NEVER, TimeSource.system(),
                        RandomGenerator.getDefault());
            case StoreAddress.Cosmos(String account, var key, _) -> ExtraStores.of(StoreAddress.Cosmos.SCHEME)
                    .open(account, key, false, RetryPolicy.NEVER, TimeSource.system(), RandomGenerator.getDefault());
        };
    }

    private static void warn(String stray) {
        // Not a constant: a logger that is made before the settings are read would not heed them.
        Logger log = LoggerFactory.getLogger(Startup.class);
        log.warn(".env: {}", stray);
    }
}
