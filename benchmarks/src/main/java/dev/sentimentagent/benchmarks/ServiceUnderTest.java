package dev.sentimentagent.benchmarks;

import dev.sentimentagent.server.settings.ClockSpec;
import dev.sentimentagent.soak.GcFigures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the service, started as a user starts it: {@code ./sentimentagent serve}. For one thread. */
final class ServiceUnderTest implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(5);

    /**
     * How it is started.
     *
     * @param home the folder of the program
     * @param folder for its logs
     * @param settings of its environment, beside those that all have
     */
    record Setup(Path home, Path folder, Path database, ClockSpec clock, Map<String, String> settings) {
        /** One that serves what is stored, as of the end of the history. */
        static Setup serving(Path home, Path folder, Path database) {
            return new Setup(home, folder, database, new ClockSpec(History.END, Instant.now(), 1), Map.of());
        }
    }

    private final Process process;
    private final int port;
    private final Path gcLog;
    private final Path log;
    private final Duration firstData;

    private ServiceUnderTest(Process process, int port, Path gcLog, Path log, Duration firstData) {
        this.process = process;
        this.port = port;
        this.gcLog = gcLog;
        this.log = log;
        this.firstData = firstData;
    }

    /** Starts a process, and returns when it has served its first data. */
    static ServiceUnderTest start(Setup setup) throws IOException, InterruptedException {
        return start(setup, true);
    }

    /**
     * Starts a process, and returns when it has served its first data.
     *
     * @param logGc whether its garbage collector writes a log, for which an option is handed to the JVM
     */
    static ServiceUnderTest start(Setup setup, boolean logGc) throws IOException, InterruptedException {
        int port = freePort();
        Path gcLog = setup.folder().resolve("gc-" + port + ".log");
        Path log = setup.folder().resolve("service-" + port + ".log");
        ProcessBuilder builder = new ProcessBuilder(setup.home().resolve("sentimentagent").toString(), "serve", "--port",
                Integer.toString(port), "--clock", setup.clock().toString());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings(setup));
        if (logGc) {
            // The JVM's own launcher reads this, so the flags of ./sentimentagent are left as they are.
            builder.environment().put("JDK_JAVA_OPTIONS", "-Xlog:gc:file=\"" + gcLog + "\"");
        }
        long start = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.toHandle().destroyForcibly()));
        try (Api api = new Api(port)) {
            while (!servesData(api)) {
                long waited = System.nanoTime() - start;
                if (!process.isAlive() || waited > LONGEST_START.toNanos()) {
                    process.destroyForcibly();
                    throw new IOException("the service did not start; see " + log);
                }
                Thread.sleep(POLL);
            }
        }
        return new ServiceUnderTest(process, port, gcLog, log, Duration.ofNanos(System.nanoTime() - start));
    }

    /** All that an operator's own environment or .env could set otherwise. */
    private static Map<String, String> settings(Setup setup) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "STORE_URL", "sqlite:" + setup.database(),
                "REDDIT_CLIENT_ID", "",
                "REDDIT_CLIENT_SECRET", "",
                "SUBREDDITS", "",
                "API_HOST", "127.0.0.1",
                "LOG_LEVEL", "INFO",
                "LOG_FORMAT", "text"));
        settings.putAll(setup.settings());
        return settings;
    }

    private static boolean servesData(Api api) throws InterruptedException {
        return api.tryJson("/api/v1/sentiment/stats").filter(body -> body.get("statistics").get("total").asLong() > 0).isPresent();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    Path log() {
        return log;
    }

    /** From the start of the process to the first answer with data. */
    Duration firstData() {
        return firstData;
    }

    /** The command line of the JVM, as it runs. */
    List<String> commandLine() throws IOException {
        return List.of(Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline")).split("\0"));
    }

    /** From now on the peak of its memory is that of what follows. */
    void forgetPeak() throws IOException {
        ProcessMemory.forgetPeak(process.pid());
    }

    ProcessMemory memory() throws IOException {
        return ProcessMemory.of(process.pid());
    }

    GcFigures collections() throws IOException {
        return GcFigures.read(gcLog);
    }

    /** SIGTERM, and SIGKILL if that does not end it in time. */
    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
