package dev.sentimentagent.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Makes load with {@code wrk}, from one thread of it: a core is enough for it, and another is the service's. */
final class Wrk {
    private static final String SCRIPT = "requests.lua";

    private final Path folder;
    private final Path script;

    /** @param folder for the files that wrk reads */
    Wrk(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.script = folder.resolve(SCRIPT);
        try (InputStream source = Wrk.class.getResourceAsStream(SCRIPT)) {
            if (source == null) {
                throw new IllegalStateException(SCRIPT + " is missing from the jar");
            }
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Asks for the paths, one after another, over so many connections, each of which asks again as soon as it is answered.
     *
     * @param warmUp how long this is done before it is measured, with other paths if there are many: no answer that is measured has been
     *     given within the warm-up
     * @throws IOException if wrk cannot be run, or gives no result
     */
    LoadResult run(int port, List<String> paths, int clients, Duration warmUp, Duration measured) throws IOException, InterruptedException {
        Path file = folder.resolve("paths.txt");
        Files.write(file, paths);
        if (!warmUp.isZero()) {
            var _ = run(port, file, clients, warmUp, 0);
        }
        return run(port, file, clients, measured, 0.5);
    }

    private LoadResult run(int port, Path paths, int clients, Duration length, double from) throws IOException, InterruptedException {
        // wrk knows whole seconds only.
        long seconds = Math.max(1, length.toSeconds());
        Process wrk = new ProcessBuilder("wrk", "-t", "1", "-c", Integer.toString(clients), "-d", seconds + "s", "--timeout", "10s", "-s",
                script.toString(), "http://127.0.0.1:" + port, "--", paths.toString(), String.format(Locale.ROOT, "%.2f", from))
                .redirectErrorStream(true).start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = wrk.waitFor();
        if (exit != 0) {
            throw new IOException("wrk ended with " + exit + ": " + output.strip());
        }
        try {
            return LoadResult.parse(output);
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }
}
