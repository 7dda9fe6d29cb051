package dev.sentimentagent.server.cli;

import dev.sentimentagent.server.settings.ClockSpec;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.ReplayedWorld;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.standin.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stand-in}: a server that speaks Reddit's API from recorded or invented data, for trying things out. */
@Command(name = "stand-in", description = "Serve Reddit's API from a dump or from invented data, on a clock of its own, until Ctrl-C. For development.", mixinStandardHelpOptions = true)
final class StandInCommand implements Callable<Integer> {
    @Option(names = "--replay", arity = "1..*", paramLabel = "FILE", description = "Dumps (RS_*, RC_*) to serve; without them the data is invented.")
    private List<Path> dumps = List.of();

    @Option(names = "--sightings", paramLabel = "FILE", description = "How the items of the dumps changed over time.")
    private @Nullable Path sightings;

    @Option(names = "--port", defaultValue = "8900", paramLabel = "PORT", description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--clock", paramLabel = "START[@ANCHOR][*FACTOR]", description = "Its clock, e.g. 2025-07-01T00:00:00Z*600, which shows START when the machine's clock shows ANCHOR (without one: when it starts); default: the machine's.")
    private @Nullable String clock;

    @Option(names = "--budget", defaultValue = "1000", paramLabel = "N", description = "Requests in ten minutes before it says 429.")
    private int budget;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ClockSpec spec = clock == null ? new ClockSpec(Instant.now(), Instant.now(), 1) : parse(clock);
        World world = dumps.isEmpty() ? new GeneratedWorld(1, 1) : ReplayedWorld.load(dumps, Optional.ofNullable(sightings));
        StandInSettings settings = StandInSettings.DEFAULT.withPort(port).withRequestBudget(budget);
        try (RedditStandIn standIn = RedditStandIn.start(settings, world, spec.open())) {
            System.out.printf(
                    """
                            A stand-in for Reddit listens. Point the service at it with

                            REDDIT_API_URL=%1$s REDDIT_AUTH_URL=%1$s REDDIT_CLIENT_ID=%2$s REDDIT_CLIENT_SECRET=%3$s \\
                            SUBREDDITS=%4$s CLOCK='%5$s' STORE_URL=sqlite:data/stand-in/sentimentagent.db ./sentimentagent serve
                            """,
                    standIn.baseUrl(),
                    settings.clientId(),
                    settings.clientSecret(),
                    String.join(",", world.subreddits()),
                    spec);
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    private static ClockSpec parse(String text) {
        try {
            return ClockSpec.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, "--clock: " + e.getMessage());
        }
    }
}
