package dev.sentimentagent.benchmarks;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.sql.PostgresqlStore;
import dev.sentimentagent.store.sql.PostgresqlUrl;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** {@code ./bench.sh}. */
@Command(name = "bench.sh", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Starts the service on 90 days of generated data and measures start, rates, latencies and memory under load, beside a trivial"
                + " endpoint of the same process; then the same while it collects, drops old items and beside an import. Writes the tables"
                + " into docs/benchmarks.md. Takes some 15 minutes on two idle processors. Needs Linux (/proc) and wrk.",
        "Generated data is kept in benchmarks/target/stores, and made again when the schema changes."}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:measured; the report says which bars were met",
                "2:the command line is wrong",
                "3:it could not be measured"}, footerHeading = "%nExamples:%n", footer = {
                        "  ./bench.sh --quick          three minutes once its data is there; docs/benchmarks.md is left as it is",
                        "  ./bench.sh --quick --only load",
                        "  ./bench.sh                  everything but JMH",
                        "  ./bench.sh --jmh            scorer, tool matcher, limiter, batch write, statistics",
                        "  ./bench.sh --jmh Text       of these, those whose name matches",
                        "  ./bench.sh --growth 200     200 simulated days with retention: how large the file becomes",
                        "  ./bench.sh --days 9 --store postgresql://postgres@localhost/bench",
                        "                              the calls of a store on a server beside those of one in a file",
                        "  ./bench.sh --generate 30    a database of 30 days to try things on"})
final class BenchCommand implements Callable<Integer> {
    /** Held here, or what is set on it would be lost with it. */
    private static final Logger HTTP_LOG = Logger.getLogger("io.helidon");

    private static final int IMPOSSIBLE = 3;

    private enum Part {
        START, IMPORT, LOAD, BUSY, REANALYSIS
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--quick", description = "A subset: 50 clients, varied requests, shorter.")
    private boolean quick;

    @Option(names = "--only", split = ",", paramLabel = "PART", description = "Only these of start, import, load, busy, reanalysis; docs/benchmarks.md is left as it is.")
    private List<Part> parts = List.of();

    @Option(names = "--jmh", arity = "0..1", fallbackValue = ".*", paramLabel = "PATTERN", description = "JMH for the hot loops, instead of the whole service.")
    private @Nullable String jmh;

    @Option(names = "--generate", paramLabel = "DAYS", description = "Only generate a database, and say how to serve it.")
    private @Nullable Integer generate;

    @Option(names = "--growth", arity = "0..1", fallbackValue = "200", paramLabel = "DAYS", description = "Size of the database over so many simulated days with retention, instead of the whole service (default: ${FALLBACK-VALUE}).")
    private @Nullable Integer growth;

    @Option(names = "--store", paramLabel = "URL", description = "What the calls of a store in this empty PostgreSQL database cost, beside those of one in a file, instead of the whole service; password in PGPASSFILE.")
    private @Nullable String store;

    @Option(names = "--days", paramLabel = "N", defaultValue = "90", description = "Length of the history; the one beside it has a tenth of that (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the generated data and the requests (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--save", negatable = true, description = "Whether to write the tables into docs/benchmarks.md (default: unless --quick or --only).")
    private @Nullable Boolean save;

    public static void main(String[] args) {
        // Figures in the report are written the same everywhere.
        Locale.setDefault(Locale.ROOT);
        HTTP_LOG.setLevel(Level.WARNING);
        int exitCode = new CommandLine(new BenchCommand()).setCaseInsensitiveEnumValuesAllowed(true).execute(args);
        System.out.flush();
        System.exit(exitCode);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        PrintWriter out = spec.commandLine().getOut();
        Consumer<String> progress = line -> {
            out.println(line);
            out.flush();
        };
        Path home = Path.of(System.getProperty("sentimentagent.home", "")).toAbsolutePath();
        try {
            Path folder = home.resolve("benchmarks/target");
            Stores stores = new Stores(folder.resolve("stores"), seed, progress);
            if (generate != null) {
                progress.accept("STORE_URL=sqlite:%s ./sentimentagent serve --clock %s".formatted(stores.store(generate), History.END));
            } else if (growth != null) {
                publish(home, "growth", GrowthBenchmark.report(growth, seed, stores, progress), progress);
            } else if (store != null) {
                publish(home, "stores", sideBySide(stores, PostgresqlUrl.parse(store), progress), progress);
            } else if (jmh != null) {
                publish(home, "jmh", JmhRun.report(jmh, stores), progress);
            } else {
                Path logs = Files.createDirectories(folder.resolve("run"));
                publish(home, "service",
                        measure(quick ? Plan.quick(home, logs, seed, days) : Plan.full(home, logs, seed, days), stores, progress),
                        progress);
            }
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            spec.commandLine().getErr().println("bench.sh: " + e.getMessage());
            return IMPOSSIBLE;
        }
    }

    private String sideBySide(Stores stores, PostgresqlUrl url, Consumer<String> progress) throws IOException {
        try (Store file = Stores.open(stores.emptied("side.db"));
                Store server = PostgresqlStore.open(url, null, RetryPolicy.NEVER, TimeSource.system(), RandomGenerator.getDefault())) {
            Map<String, Store> both = new LinkedHashMap<>();
            both.put("SQLite", file);
            both.put("PostgreSQL", server);
            return new StoreBenchmark(seed, days).report(both, progress);
        } finally {
            stores.tidy();
        }
    }

    private String measure(Plan plan, Stores stores, Consumer<String> progress) throws IOException, InterruptedException {
        long start = System.nanoTime();
        double busyBefore = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Path large = stores.store(plan.days());
        Path small = stores.store(plan.fewDays());
        ImportBenchmark imports = new ImportBenchmark(plan, stores);
        Wrk wrk = new Wrk(plan.folder());
        StartBenchmark.Figures started = measured(Part.START, progress) ? new StartBenchmark(plan, large).run() : null;
        ImportBenchmark.Figures imported = measured(Part.IMPORT, progress) ? imports.run() : null;
        LoadBenchmark.Figures load = measured(Part.LOAD, progress) ? new LoadBenchmark(plan, wrk, progress).run(large, small) : null;
        BusyBenchmark busy = new BusyBenchmark(plan, wrk, stores, progress);
        List<BusyBenchmark.Figures> beside = new ArrayList<>();
        if (measured(Part.BUSY, progress)) {
            beside.addAll(busy.run(imports));
        }
        if (measured(Part.REANALYSIS, progress)) {
            beside.addAll(busy.reanalysis());
        }
        stores.tidy();
        return ServiceReport.of(new ServiceReport.Findings(plan, command(), busyBefore, started, imported, load, beside,
                Duration.ofNanos(System.nanoTime() - start)));
    }

    private boolean measured(Part part, Consumer<String> progress) {
        boolean wanted = parts.isEmpty() || parts.contains(part);
        if (wanted) {
            progress.accept(part.name().toLowerCase(Locale.ROOT));
        }
        return wanted;
    }

    private String command() {
        return ("./bench.sh " + (spec == null ? "" : String.join(" ", spec.commandLine().getParseResult().originalArgs()))).strip();
    }

    private void publish(Path home, String block, String report, Consumer<String> progress) throws IOException {
        progress.accept("");
        progress.accept(report);
        if (save == null ? !quick && parts.isEmpty() : save) {
            Path document = home.resolve("docs/benchmarks.md");
            Document.replace(document, block, report);
            progress.accept("written into " + document);
        }
    }
}
