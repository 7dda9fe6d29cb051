package dev.sentimentagent.benchmarks;

import dev.sentimentagent.soak.Machine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down what the whole-service benchmark found, as Markdown, each figure beside what is required of it. */
final class ServiceReport {
    private static final double MOST_START_RATIO = 1.5;
    private static final double MOST_GROWTH = 1.3;
    private static final double MOST_BUSY_P99_MS = 100;
    private static final double MOST_RSS_MB = 220;
    private static final double MOST_RSS_MB_OF_MANY = 260;
    private static final double LEAST_IMPORT_RATE = 45_000;
    /** What health says of a service without credentials; anything else comes from the load. */
    private static final String NOTHING_COLLECTED = "degraded; nothing is collected: REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET are not set";

    private final StringBuilder text = new StringBuilder();
    private final List<Bar> bars = new ArrayList<>();

    private ServiceReport() {}

    /**
     * What was found; what was not measured is null or empty.
     *
     * @param command with which it can be repeated
     * @param busyBefore load average of the machine before it began
     */
    record Findings(Plan plan, String command, double busyBefore, StartBenchmark.@Nullable Figures start,
            ImportBenchmark.@Nullable Figures imports, LoadBenchmark.@Nullable Figures load, List<BusyBenchmark.Figures> busy,
            Duration took) {}

    static String of(Findings found) {
        ServiceReport report = new ServiceReport();
        if (found.start() != null) {
            report.start(found.start());
        }
        if (found.imports() != null) {
            report.imports(found.imports());
        }
        LoadBenchmark.Figures load = found.load();
        if (load != null) {
            for (int clients : found.plan().clients()) {
                report.load(load, clients, found.plan());
            }
            report.growth(load, found.plan());
            report.memory(load);
        }
        report.busy(found.busy());
        return report.header(found) + report.text;
    }

    private String header(Findings found) {
        Plan plan = found.plan();
        long met = bars.stream().filter(Bar::met).count();
        return new MarkdownTable("Fact", " Value").row("Bars met", "**%d of %d**".formatted(met, bars.size()))
                .row("Command", "`" + found.command() + "`")
                .row("Ended", Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", after " + found.took().toMinutes() + " min")
                .row("Commit", System.getProperty("bench.commit", "unknown"))
                .row("Run on", Machine.describe())
                .row("Load average before", number("%.1f", found.busyBefore()))
                .row("Each point", "%d s with wrk, one thread of it, on the same processors, after %d s of warm-up"
                        .formatted(plan.measured().toSeconds(), plan.warmUp().toSeconds()))
                .row("Data", "%d days and %d days, seed %d".formatted(plan.days(), plan.fewDays(), plan.seed())) + "\n";
    }

    private void start(StartBenchmark.Figures start) {
        heading("Start: to the first answer with data");
        Bar bar = bar(Bar.atMost(start.ratio(), MOST_START_RATIO, "%.1f"));
        text.append(new MarkdownTable("Process", "median of " + start.starts() + ", s", "÷ hello world", " bar")
                .row("`./sentimentagent --version`", seconds(start.version()), ratio(start.version(), start.hello()), "")
                .row("Helidon hello world, same flags", seconds(start.hello()), "1.00", "")
                .row("`./sentimentagent serve`", seconds(start.service()), number("%.2f", start.ratio()), bar))
                .append("\nFlags of both: `")
                .append(start.flags().stream().map(ServiceReport::withoutFolder).collect(Collectors.joining(" "))).append("`\n");
    }

    /** Where a file lies is no matter to a reader. */
    private static String withoutFolder(String flag) {
        return flag.replaceFirst("=/.*/", "=");
    }

    private void load(LoadBenchmark.Figures load, int clients, Plan plan) {
        List<LoadBenchmark.Point> points = load.points().stream().filter(point -> point.clients() == clients).toList();
        heading(clients + (clients == 1 ? " client" : " clients") + ", " + plan.days() + " days");
        MarkdownTable table = new MarkdownTable("Request", "a second", "p50 ms", "p99 ms", "max ms", "KB", "rate ÷ trivial",
                "p99 ÷ trivial",
                " bar");
        LoadResult trivial = points.stream().map(LoadBenchmark.Point::trivial).reduce(LoadResult::mean).orElseThrow();
        table.row(Subject.TRIVIAL.title() + ", the trivial one", number("%,.0f", trivial.rate()), number("%.2f", trivial.p50Ms()),
                number("%.2f", trivial.p99Ms()), number("%.1f", trivial.maxMs()), number("%.1f", trivial.kilobytes()), "1", "1", "");
        for (LoadBenchmark.Point point : points) {
            LoadResult result = point.result();
            table.row(title(point.subject(), result), number("%,.0f", result.rate()), number("%.2f", result.p50Ms()),
                    number("%.2f", result.p99Ms()), number("%.1f", result.maxMs()), number("%.1f", result.kilobytes()),
                    number("%.2f", point.rateRatio()), number("%.1f", point.p99Ratio()),
                    clients == Plan.JUDGED_CLIENTS ? barOf(point).map(this::bar).map(Bar::toString).orElse("") : "");
        }
        text.append(table);
    }

    /** Repeated requests come from the cache, but for those of which there is only one kind; no bar is set for them. */
    private static Optional<Bar> barOf(LoadBenchmark.Point point) {
        Endpoint endpoint = point.subject().endpoint();
        boolean judged = point.subject().varied() || Set.of(Endpoint.TRENDING, Endpoint.HEALTH, Endpoint.PAGE).contains(endpoint);
        if (!judged || endpoint.leastRate() == 0) {
            return Optional.empty();
        }
        Bar rate = Bar.atLeast(point.rateRatio(), endpoint.leastRate(), "%.2f");
        return Optional.of(
                endpoint.mostP99() == Endpoint.NO_BAR ? rate : rate.and(Bar.atMost(point.p99Ratio(), endpoint.mostP99(), "%.0f × p99")));
    }

    private void growth(LoadBenchmark.Figures load, Plan plan) {
        heading("%d days beside %d, %d clients".formatted(plan.days(), plan.fewDays(), plan.compared()));
        MarkdownTable table = new MarkdownTable("Request", plan.fewDays() + " d: p50 ms", plan.days() + " d: p50 ms", "p50 ÷ p50",
                "p99 ÷ p99", " bar on p50");
        for (LoadBenchmark.Point point : load.points()) {
            LoadResult small = point.small();
            // Neither is there anything to compare with if not one request was answered.
            if (small != null && small.requests() > 0) {
                double growth = point.result().p50Ms() / small.p50Ms();
                table.row(point.subject().title(), number("%.2f", small.p50Ms()), number("%.2f", point.result().p50Ms()),
                        number("%.2f", growth), number("%.2f", point.result().p99Ms() / small.p99Ms()),
                        bar(Bar.atMost(growth, MOST_GROWTH, "%.1f")));
            }
        }
        text.append(table);
    }

    private void busy(List<BusyBenchmark.Figures> all) {
        for (BusyBenchmark.Figures figures : all) {
            heading("%d clients while there is %s (%s)".formatted(Plan.CLIENTS_OF_BUSY, figures.activity(), figures.extent()));
            MarkdownTable table = new MarkdownTable("Request", "a second", "p50 ms", "p99 ms", "max ms", " bar");
            for (BusyBenchmark.Point point : figures.points()) {
                LoadResult result = point.result();
                table.row(title(point.subject(), result), number("%,.0f", result.rate()), number("%.2f", result.p50Ms()),
                        number("%.2f", result.p99Ms()), number("%.1f", result.maxMs()),
                        bar(Bar.atMost(result.p99Ms(), MOST_BUSY_P99_MS, "%.0f ms")));
            }
            text.append(table);
        }
    }

    private void memory(LoadBenchmark.Figures load) {
        heading("Memory and garbage collection under load");
        MarkdownTable table = new MarkdownTable("Clients", "RSS MB", "peak MB", "heap after GC MB", "threads", "collections", "pauses ms",
                "longest ms", " bar on the peak");
        for (LoadBenchmark.Memory at : load.memory()) {
            double limit = at.clients() == Plan.MOST_CLIENTS ? MOST_RSS_MB_OF_MANY : MOST_RSS_MB;
            table.row(at.clients(), number("%.0f", at.process().rssMb()), number("%.0f", at.process().peakMb()),
                    number("%.0f", at.heapMb()),
                    at.process().threads(), at.collections(), number("%.0f", at.pausesMs()), number("%.1f", at.longestPauseMs()),
                    bar(Bar.atMost(at.process().peakMb(), limit, "%.0f MB")));
        }
        boolean steady = load.health().equals(Set.of(NOTHING_COLLECTED)) || load.health().equals(Set.of("healthy"));
        text.append(table).append("\n`/health` all the while, ").append(bar(new Bar(steady, "not degraded by load"))).append(": ")
                .append(String.join(" | ", load.health())).append("\n");
    }

    private void imports(ImportBenchmark.Figures imports) {
        heading("Import into an empty database");
        text.append(new MarkdownTable("Items", "items/s", "whole process, s", " bar").row(number("%,d", imports.items()),
                number("%,.0f", imports.itemsPerSecond()), number("%.1f", imports.seconds()),
                bar(Bar.atLeast(imports.itemsPerSecond(), LEAST_IMPORT_RATE, "%,.0f"))));
    }

    private Bar bar(Bar bar) {
        bars.add(bar);
        return bar;
    }

    private void heading(String title) {
        text.append("\n### ").append(title).append("\n\n");
    }

    /** With † where requests came round again within a second, and what went wrong. */
    private static String title(Subject subject, LoadResult result) {
        String again = subject.varied() && result.rate() > subject.paths().size() ? " †" : "";
        String wrong = result.clean()
                ? ""
                : result.requests() == 0
                        ? " **not one answered**"
                        : " **%d refused, %d broken**".formatted(result.refused(), result.broken());
        return subject.title() + again + wrong;
    }

    private static String seconds(Duration duration) {
        return number("%.2f", duration.toMillis() / 1e3);
    }

    private static String ratio(Duration a, Duration b) {
        return number("%.2f", (double) a.toNanos() / b.toNanos());
    }

    private static String number(String format, Object number) {
        return String.format(Locale.ROOT, format, Objects.requireNonNull(number));
    }
}
