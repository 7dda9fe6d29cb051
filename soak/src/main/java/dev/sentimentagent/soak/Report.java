package dev.sentimentagent.soak;

import dev.sentimentagent.model.Counts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Writes down what came of a soak, as Markdown that is also readable as it is. */
final class Report {
    private final StringBuilder text = new StringBuilder();
    private final SoakSettings settings;
    private final Soak.Outcome outcome;

    private Report(SoakSettings settings, Soak.Outcome outcome) {
        this.settings = settings;
        this.outcome = outcome;
    }

    static String of(SoakSettings settings, Soak.Outcome outcome, List<Verdict> verdicts, String command) {
        Report report = new Report(settings, outcome);
        report.header(command);
        report.verdicts(verdicts);
        report.figures();
        return report.text.toString();
    }

    private void header(String command) {
        text.append("# Soak\n\n");
        row("Fact", "Value");
        row("---", "---");
        row("Command", "`" + command + "`");
        row("Run on", Machine.describe());
        row("Commit", System.getProperty("soak.commit", "unknown"));
        row("Ended", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private void verdicts(List<Verdict> verdicts) {
        text.append("\n## Verdict\n\n");
        row("Must hold", "Held", "Figures");
        row("---", "---", "---");
        for (Verdict verdict : verdicts) {
            row(verdict.what(), verdict.held(), verdict.figures());
        }
    }

    private void figures() {
        Observations seen = outcome.seen();
        text.append("\n## Figures\n\n");
        row("Figure", "Value");
        row("---", "---");
        row("Time", "%.1f simulated days in %.1f real minutes (clock × %.0f)".formatted(days(settings.length()),
                outcome.lasted().toSeconds() / 60.0, settings.factor()));
        cycles(seen);
        items(seen.cycles.counts());
        row("Processes", "%d, after %d SIGKILL and %d SIGTERM".formatted(seen.kills + seen.stops, seen.kills, seen.stops));
        memory(seen);
        row("Database", "%.1f MB at the end, %.2f MB a simulated day".formatted(seen.samples.getLast().databaseMb(),
                seen.samples.getLast().databaseMb() / Math.max(days(settings.length()), 0.01)));
        row("`/api/v1/sentiment/stats`", "p50 %.2f ms, p99 %.2f ms, %d answered, %d not".formatted(seen.stats.percentile(0.5),
                seen.stats.percentile(0.99), seen.stats.count(), seen.stats.countUnanswered()));
        row("Errors logged", list(outcome.log().errors()));
        row("Warnings logged", list(outcome.log().warnings()));
    }

    private void cycles(Observations seen) {
        row("Cycles", "%s of about %d due".formatted(list(seen.cycles.byStatus()), settings.length().dividedBy(SoakSettings.INTERVAL)));
        row("Incidents met", list(seen.cycles.incidents()));
        long requests = seen.cycles.all().stream().mapToLong(CycleEntry::requests).sum();
        row("Requests to Reddit", "%d, at most %d a cycle".formatted(requests,
                seen.cycles.all().stream().mapToLong(CycleEntry::requests).max().orElse(0)));
    }

    private void items(Counts counts) {
        StoreAudit.Result audit = outcome.audit();
        row("Items", "fetched %d = stored %d + updated %d + unchanged %d + rejected %d".formatted(counts.fetched(), counts.stored(),
                counts.updated(), counts.unchanged(), counts.rejected()));
        row("Items not stored",
                "%d lost, %d within recorded gaps, %d gone from Reddit before they were seen, %d older than the first reading"
                        .formatted(audit.lost(), audit.inGaps(), audit.goneUnseen(), audit.beforeCoverage()));
        row("Gaps recorded", Integer.toString(audit.gaps().size()));
    }

    private void memory(Observations seen) {
        List<ProcessSample> samples = seen.samples;
        ProcessSample last = samples.getLast();
        List<ProcessSample> ofLast = samples.stream().filter(sample -> sample.process() == last.process()).toList();
        MemoryTrend trend = new MemoryTrend(samples);
        row("RSS",
                "%.1f MB at first, %.1f MB at most, %.1f MB at the end; last process %.1f MB at first, median %.1f MB".formatted(
                        samples.getFirst().rssMb(), seen.peakRssMb(), last.rssMb(), ofLast.getFirst().rssMb(),
                        ofLast.stream().mapToDouble(ProcessSample::rssMb).sorted().skip(ofLast.size() / 2).findFirst().orElse(0)));
        row("RSS slope after the first simulated day",
                slope(trend.perSimulatedHour(), trend.perRealHour()));
        GcFigures gc = seen.collections.getLast();
        row("Heap after GC (last process)", "%.0f MB early, %.0f MB late, %.0f MB at most".formatted(gc.heapEarlyMb(), gc.heapLateMb(),
                gc.heapAfterMb().stream().mapToDouble(Double::doubleValue).max().orElse(0)));
        row("GC", "%d collections, %.0f ms in all, longest %.1f ms".formatted(
                seen.collections.stream().mapToInt(each -> each.pauseMs().size()).sum(),
                seen.collections.stream().flatMap(each -> each.pauseMs().stream()).mapToDouble(Double::doubleValue).sum(),
                seen.collections.stream().flatMap(each -> each.pauseMs().stream()).mapToDouble(Double::doubleValue).max().orElse(0)));
        row("Threads",
                "%d at the end, %d at most".formatted(last.threads(), samples.stream().mapToInt(ProcessSample::threads).max().orElse(0)));
        row("File descriptors", "%d at the end, %d at most".formatted(last.files(),
                samples.stream().mapToInt(ProcessSample::files).max().orElse(0)));
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String list(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", "));
    }

    private static String slope(OptionalDouble perSimulatedHour, OptionalDouble perRealHour) {
        return perSimulatedHour.isEmpty() || perRealHour.isEmpty()
                ? Verdict.NO_SLOPE
                : String.format(Locale.ROOT, "%+.4f MB a simulated hour, %+.4f MB a real hour", perSimulatedHour.getAsDouble(),
                        perRealHour.getAsDouble());
    }

    private static double days(Duration duration) {
        return duration.toMinutes() / (24 * 60.0);
    }
}
