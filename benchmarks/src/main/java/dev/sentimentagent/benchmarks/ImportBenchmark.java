package dev.sentimentagent.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./sentimentagent import} of dumps of posts and comments into an empty database. */
final class ImportBenchmark {
    private static final Pattern TOTAL = Pattern.compile("^total: ([\\d,]+) read = .*\\(([\\d,]+) items/s\\)$", Pattern.MULTILINE);

    private final Plan plan;
    private final Stores stores;
    private final List<Path> dumps;

    ImportBenchmark(Plan plan, Stores stores) throws IOException {
        this.plan = plan;
        this.stores = stores;
        this.dumps = stores.dumps(plan.importedDays());
    }

    /**
     * What was imported.
     *
     * @param itemsPerSecond by the program's own account: with what is done at the end of an import, without the start of its JVM
     * @param seconds of the whole process
     */
    record Figures(long items, double itemsPerSecond, double seconds) {
        /** Reads what the command printed. */
        static Figures parse(String output, double seconds) {
            Matcher total = TOTAL.matcher(output);
            return total.find() ? new Figures(number(total.group(1)), number(total.group(2)), seconds) : new Figures(0, 0, seconds);
        }

        private static long number(String text) {
            return Long.parseLong(text.replace(",", ""));
        }
    }

    Figures run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start("import.db");
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the import failed: " + output.strip());
        }
        return Figures.parse(output, (System.nanoTime() - start) / 1e9);
    }

    /** One that goes on by itself; whoever starts it reads its output to the end, or ends it. */
    Process start(String database) throws IOException {
        List<String> command = new ArrayList<>(List.of(plan.home().resolve("sentimentagent").toString(), "import"));
        dumps.forEach(dump -> command.add(dump.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("STORE_URL", "sqlite:" + stores.emptied(database));
        Process process = builder.start();
        // A benchmark that is broken off leaves nothing running.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.toHandle().destroyForcibly()));
        return process;
    }
}
