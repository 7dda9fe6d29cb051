package dev.sentimentagent.server.cli;

import dev.sentimentagent.reddit.DumpLine;
import dev.sentimentagent.server.collection.ImportListener;
import java.io.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far an import is: a bar on a terminal, a plain line now and then elsewhere. Bad lines are named, the first of them. */
final class ImportProgress implements ImportListener, AutoCloseable {
    private static final int BAD_LINES_NAMED = 20;
    private static final long PLAIN_INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final String name;
    private final @Nullable ProgressBar bar;
    private final long started = System.nanoTime();
    private long shownAt = started;
    private long badLines;
    private long lines;

    private ImportProgress(String name, @Nullable ProgressBar bar) {
        this.name = name;
        this.bar = bar;
    }

    static ImportProgress of(Path file) {
        String name = String.valueOf(file.getFileName());
        boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new ImportProgress(name, terminal ? bar(name) : null);
    }

    private static ProgressBar bar(String name) {
        return new ProgressBarBuilder().setTaskName(name)
                .setInitialMax(-1)
                .setUnit(" MB", 1 << 20)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    @Override
    public void progressed(long bytesRead, long bytesTotal, long linesRead) {
        lines = linesRead;
        long now = System.nanoTime();
        if (bar != null) {
            bar.maxHint(bytesTotal);
            bar.stepTo(bytesRead);
            bar.setExtraMessage(String.format(Locale.ROOT, "%,d items, %,.0f/s", lines, rate(now)));
        } else if (now - shownAt >= PLAIN_INTERVAL_NANOS) {
            shownAt = now;
            double share = bytesTotal == 0 ? 1 : (double) bytesRead / bytesTotal;
            long left = share == 0 ? 0 : Math.round((now - started) / 1e9 * (1 - share) / share);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.0f %% of %.1f MB, %,d items, %,.0f/s, %d s left%n",
                    name,
                    share * 100,
                    bytesTotal / 1048576.0,
                    lines,
                    rate(now),
                    left);
        }
    }

    @Override
    public void rejected(DumpLine.Bad line) {
        badLines++;
        if (badLines <= BAD_LINES_NAMED) {
            System.err.printf("%s line %d rejected (%s): %s%n", name, line.lineNumber(), line.rejection().reason(),
                    line.rejection().detail());
        } else if (badLines == BAD_LINES_NAMED + 1) {
            System.err.println(name + ": further bad lines are only counted");
        }
    }

    /** Takes the bar away and prints what came of the file. */
    void finished(String summary) {
        close();
        System.out.printf(Locale.ROOT, "%s (%,.0f items/s)%n", summary, rate(System.nanoTime()));
    }

    private double rate(long now) {
        return lines / Math.max(1e-3, (now - started) / 1e9);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
