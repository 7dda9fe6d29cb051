package dev.sentimentagent.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./soak.sh}. */
@Command(name = "soak.sh", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Runs the service as a process of its own against a stand-in for Reddit, both on an accelerated clock, while requests fail,"
                + " subreddits vanish, Reddit is away for hours and days, and the service is killed and restarted. Then audits what it has"
                + " stored against what there was, and prints a report. Needs Linux (/proc)."}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                        "0:all that must hold held",
                        "1:something was lost, doubled or did not add up, or memory grew; the report says what",
                        "2:the command line is wrong",
                        "3:the soak could not be run to its end"}, footerHeading = "%nExamples:%n", footer = {
                                "  ./soak.sh --cycles 10   half a minute",
                                "  ./soak.sh 0.4           24 minutes, 33 simulated days",
                                "  ./soak.sh 8             a night, 666 simulated days"})
final class SoakCommand implements Callable<Integer> {
    /** Held here, or what is set on it would be lost with it. */
    private static final Logger HTTP_LOG = Logger.getLogger("io.helidon");

    private static final int HELD = 0;
    private static final int BROKEN = 1;
    private static final int IMPOSSIBLE = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "HOURS", description = "Real hours to run for, fractions allowed.")
    private @Nullable Double hours;

    @Option(names = "--cycles", paramLabel = "N", description = "Instead of HOURS: run for so many collection cycles.")
    private @Nullable Integer cycles;

    @Option(names = "--factor", paramLabel = "F", defaultValue = "2000", description = "How many times as fast as the machine's its clock runs (default: ${DEFAULT-VALUE}; a cycle, due every half hour, must fit).")
    private double factor;

    @Option(names = "--volume", paramLabel = "V", defaultValue = "1", description = "Size of the invented Reddit: 1 is about 2 500 items a day, 6 about 15 000 (default: ${DEFAULT-VALUE}).")
    private double volume;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the invented Reddit and of what goes wrong (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--max-rss", paramLabel = "MB", defaultValue = "220", description = "Largest resident set that is accepted (default: ${DEFAULT-VALUE}).")
    private int maxRss;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where database, logs and report go (default: a new temporary folder).")
    private @Nullable Path folder;

    public static void main(String[] args) {
        // Figures in the report are written the same everywhere.
        Locale.setDefault(Locale.ROOT);
        // The stand-in's server would tell of its start among the lines of the soak.
        HTTP_LOG.setLevel(Level.WARNING);
        int exitCode = new CommandLine(new SoakCommand()).execute(args);
        System.out.flush();
        System.exit(exitCode);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        SoakSettings settings = settings(spec);
        out.println("soak: " + settings);
        out.flush();
        try {
            Soak.Outcome outcome = new Soak(settings, line -> {
                out.println(line);
                out.flush();
            }).run();
            List<Verdict> verdicts = Verdict.on(outcome, settings);
            List<String> arguments = spec.commandLine().getParseResult().originalArgs();
            String report = Report.of(settings, outcome, verdicts, "./soak.sh " + String.join(" ", arguments));
            Path file = settings.folder().resolve("soak-report.md");
            Files.writeString(file, report);
            out.println();
            out.println(report);
            out.println("Report, logs and database: " + settings.folder());
            return verdicts.stream().allMatch(Verdict::holds) ? HELD : BROKEN;
        } catch (SoakFailure e) {
            err.println("soak.sh: " + e.getMessage());
            return IMPOSSIBLE;
        }
    }

    private SoakSettings settings(CommandSpec command) throws IOException {
        if ((hours == null) == (cycles == null)) {
            throw new CommandLine.ParameterException(command.commandLine(), "give either HOURS or --cycles");
        }
        Duration length = cycles == null
                ? Duration.ofSeconds((long) ((hours == null ? 0 : hours) * 3600 * factor))
                : SoakSettings.INTERVAL.multipliedBy(cycles);
        if (length.compareTo(SoakSettings.INTERVAL) < 0) {
            throw new CommandLine.ParameterException(command.commandLine(), "that is less than one cycle");
        }
        Path home = Path.of(System.getProperty("sentimentagent.home", "")).toAbsolutePath();
        Path where = folder == null ? Files.createTempDirectory("soak-") : folder.toAbsolutePath();
        if (Files.exists(where.resolve("soak.db"))) {
            throw new CommandLine.ParameterException(command.commandLine(), where + " holds an earlier soak; name another folder");
        }
        return new SoakSettings(home, where, length, cycles == null ? 0 : cycles, factor, volume, seed, maxRss);
    }
}
