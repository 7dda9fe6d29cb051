package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.monitor.Durations;
import dev.sentimentagent.server.monitor.HealthPoll;
import dev.sentimentagent.server.monitor.Monitor;
import dev.sentimentagent.server.monitor.Rescue;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code monitor}: watches a running service from outside. */
@Command(name = "monitor", description = {
        "Poll the health of a running service.",
        "One line is printed a poll. When too many in a row have failed, a command is run, if one is given, and the monitor ends. A poll fails"
                + " if the service is unhealthy, cannot be reached, gives no whole answer in time, or is not a SentimentAgent. From cron:"
                + " monitor --count 1."}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                        "0:the polls were made and the service did not fail that often in a row; or stopped by SIGINT or SIGTERM",
                        "1:the command could not be run",
                        "2:an option or a setting is wrong",
                        "6:the service failed that often in a row"})
final class MonitorCommand implements Callable<Integer> {
    private static final int DEFAULT_FAILURES = 3;
    private static final int MAX_PORT = 65_535;

    @Option(names = "--url", paramLabel = "URL", description = "Address of the service (default: that of API_HOST and API_PORT).")
    private @Nullable URI url;

    @Option(names = "--interval", paramLabel = "TIME", defaultValue = "60s", converter = DurationConverter.class, description = "Time between two polls, such as 60, 60s or 5m; at most 24h (default: ${DEFAULT-VALUE}).")
    private Duration interval = Duration.ZERO;

    @Option(names = "--timeout", paramLabel = "TIME", defaultValue = "5s", converter = DurationConverter.class, description = "Longest that an answer may take (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    @Option(names = "--failures", paramLabel = "N", description = "Failures in a row that are too many (default: 3, or --count if that is less).")
    private @Nullable Integer failures;

    @Option(names = "--count", paramLabel = "N", description = "End after so many polls (default: never).")
    private @Nullable Integer count;

    @Option(names = "--degraded-is-failure", description = "Count a degraded service as failed.")
    private boolean degradedIsFailure;

    @Option(names = "--command", paramLabel = "COMMAND", description = "Run this through the shell when the service has failed, with SENTIMENTAGENT_STATUS, _REASON, _FAILURES and _URL in its environment.")
    private @Nullable String command;

    /** Durations as one types them. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return Durations.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        Monitor.Rules rules = rules();
        URI service = url == null ? ownService() : checked(url);
        Rescue rescue = command == null ? null : new Rescue(command, service);
        try (HealthPoll poll = new HealthPoll(service, timeout); InterruptOnSignal _ = InterruptOnSignal.of(Thread.currentThread())) {
            return switch (new Monitor(poll, rules, rescue, TimeSource.system(), System.out).run()) {
                case COUNT_REACHED -> ExitCode.OK;
                case SERVICE_FAILED -> ExitCode.SERVICE_FAILED;
            };
        } catch (InterruptedException _) {
            return ExitCode.OK;
        }
    }

    private Monitor.Rules rules() {
        if ((count != null && count < 1) || (failures != null && failures < 1)) {
            throw new CommandException(ExitCode.USAGE, "--count and --failures must be at least 1");
        }
        int polls = count == null ? 0 : count;
        int most = polls == 0 ? Integer.MAX_VALUE : polls;
        int tooMany = failures == null ? Math.min(DEFAULT_FAILURES, most) : failures;
        if (tooMany > most) {
            throw new CommandException(ExitCode.USAGE, "--failures " + tooMany + " is never reached in --count " + polls);
        }
        return new Monitor.Rules(interval, tooMany, polls, degradedIsFailure);
    }

    private static URI checked(URI url) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null || url.getPort() > MAX_PORT || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new CommandException(ExitCode.USAGE, "--url must be an address such as http://127.0.0.1:8000, not " + url);
        }
        return url;
    }

    /** The service that has the same settings as this command. */
    private static URI ownService() {
        return Startup.settings(Map.of("LOG_LEVEL", "WARN")).http().ownAddress();
    }
}
