package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.Preparation;
import dev.sentimentagent.server.SentimentAgent;
import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.server.systemd.ServiceManager;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the service, until it is told to stop. */
@Command(name = "serve", description = "Collect, score, store and serve, until SIGTERM or Ctrl-C.", mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
        "0:stopped as asked",
        "1:ended without having stopped, 28 s after it was asked to",
        "2:a setting is wrong",
        "3:the data directory or the port is in use",
        "4:the store cannot be opened",
        "8:the database cannot be had for now, its server is away or another process has locked it; the same start may succeed later",
        "130:told to stop twice, stopped at once"})
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--demo", description = "Invented data from a built-in stand-in for Reddit; nothing to configure, kept under data/demo.")
    boolean demo;

    @Option(names = "--replace", description = "First stop the process that uses the same database, gracefully.")
    boolean replace;

    @Option(names = "--port", paramLabel = "PORT", description = "Listen on this port instead of API_PORT.")
    @Nullable
    Integer port;

    @Option(names = "--clock", paramLabel = "START[@ANCHOR][*FACTOR]", description = "Run on another clock, for imported or recorded data, e.g. 2025-08-01T00:00:00Z or 2025-08-01T00:00:00Z*600; it shows START when the machine's clock shows ANCHOR (default: when it starts).")
    @Nullable
    String clock;

    @Override
    public Integer call() throws Exception {
        Preparation preparation = Preparation.begin();
        Settings settings = Startup.settings(overrides());
        preparation.canLog();
        TimeSource time = Startup.clock(settings);
        try (DataLock _ = DataLock.acquire(settings, DataLock.Holder.SERVICE, replace);
                DemoMode demoMode = demo ? DemoMode.start(settings, time, DemoMode.HISTORY) : null) {
            StopSignals stop = StopSignals.register();
            Store store = open(settings, time);
            try {
                if (demoMode != null) {
                    demoMode.backfill(store, settings);
                }
                try (SentimentAgent agent = start(demoMode == null ? settings : demoMode.settings(), store, time, preparation);
                        ServiceManager _ = ServiceManager.ready(System.getenv(), agent::getsOn, "listening on port " + agent.port())) {
                    stop.await();
                }
            } finally {
                SentimentAgent.closeStore(store);
            }
        }
        return ExitCode.OK;
    }

    /** Whoever starts the service again and again has to know whether that can help. */
    private static Store open(Settings settings, TimeSource time) {
        try {
            return Startup.openStore(settings, time);
        } catch (StoreException e) {
            throw e.isTransient() ? new CommandException(ExitCode.STORE_AWAY, String.valueOf(e.getMessage())) : e;
        }
    }

    private SentimentAgent start(Settings settings, Store store, TimeSource time, Preparation preparation) {
        Logger log = LoggerFactory.getLogger(ServeCommand.class);
        // Where the log is looked for, not on standard error without a time.
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> log.error("thread {} ended by what nobody caught", thread.getName(), e));
        log.info("starting: {}", Startup.told(overrides()));
        try {
            return SentimentAgent.start(settings, store, time, demo, preparation);
        } catch (UncheckedIOException e) {
            throw new CommandException(
                    ExitCode.IN_USE,
                    "cannot listen on %s:%d (%s): stop what uses the port, or set API_PORT; API_HOST must be an address of this machine"
                            .formatted(
                                    settings.http().host(),
                                    settings.http().port(),
                                    e.getMessage()));
        }
    }

    private Map<String, String> overrides() {
        Map<String, String> overrides = new HashMap<>();
        if (demo) {
            overrides.putAll(DemoMode.OVERRIDES);
        }
        if (port != null) {
            overrides.put("API_PORT", port.toString());
        }
        if (clock != null) {
            overrides.put("CLOCK", clock);
        }
        return overrides;
    }
}
