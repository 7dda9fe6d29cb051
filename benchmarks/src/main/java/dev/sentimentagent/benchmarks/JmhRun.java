package dev.sentimentagent.benchmarks;

import dev.sentimentagent.soak.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the JMH benchmarks of this module with short settings, each in a JVM of its own. */
final class JmhRun {
    /** Names the generated store that benchmarks of statistics read. */
    static final String STORE_PROPERTY = "bench.store";
    private static final int DAYS = 9;

    private JmhRun() {}

    /**
     * Runs those whose name matches, and writes down what they gave, as Markdown.
     *
     * @throws IOException if they cannot be run
     */
    static String report(String pattern, Stores stores) throws IOException, InterruptedException {
        Path store = stores.store(DAYS);
        ChainedOptionsBuilder options = new OptionsBuilder().include(pattern)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .jvmArgs("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow", "-D" + STORE_PROPERTY + "=" + store);
        MarkdownTable table = new MarkdownTable("Benchmark", "score", "± (99.9 %)", " unit");
        try {
            for (RunResult run : new Runner(options.build()).run()) {
                Result<?> result = run.getPrimaryResult();
                table.row(name(run), number(result.getScore()), number(result.getScoreError()), result.getScoreUnit());
            }
        } catch (RunnerException e) {
            throw new IOException("JMH: " + e.getMessage(), e);
        }
        return "Run on " + Machine.describe() + "; ended " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "; commit "
                + System.getProperty("bench.commit", "unknown") + ".\n\n" + table;
    }

    private static String name(RunResult run) {
        String full = run.getParams().getBenchmark();
        String name = full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1);
        String parameters = run.getParams()
                .getParamsKeys()
                .stream()
                .map(key -> key + " " + run.getParams().getParam(key))
                .collect(Collectors.joining(", "));
        return parameters.isEmpty() ? name : name + ", " + parameters;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.3f", value);
    }
}
