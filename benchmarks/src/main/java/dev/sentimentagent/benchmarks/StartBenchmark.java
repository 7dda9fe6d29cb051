package dev.sentimentagent.benchmarks;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long the service takes from the start of its process to its first answer with data, beside what no service can do without: its own
 * {@code --version}, and a {@link HelloWorld} of the same web server with the same flags, and an AOT cache made as the service's is.
 */
final class StartBenchmark {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final String AOT_CACHE = "-XX:AOTCache=";
    private static final String AOT_CACHE_OUTPUT = "-XX:AOTCacheOutput=";
    private static final Duration WAIT_FOR_CACHE = Duration.ofSeconds(20);
    private static final int MOST_WAITS = 15;
    private static final int TRAINING_REQUESTS = 100;

    private final Plan plan;
    private final Path database;

    StartBenchmark(Plan plan, Path database) {
        this.plan = plan;
        this.database = database;
    }

    /**
     * Medians.
     *
     * @param flags of the JVM, the same for service and hello world
     */
    record Figures(Duration version, Duration hello, Duration service, int starts, List<String> flags) {
        double ratio() {
            return (double) service.toNanos() / hello.toNanos();
        }
    }

    Figures run() throws IOException, InterruptedException {
        List<String> flags = flags();
        // The first start may have begun to make what the others use: it takes a minute or two.
        for (int waited = 0; waited < MOST_WAITS && flags.stream().noneMatch(flag -> flag.startsWith(AOT_CACHE)); waited++) {
            Thread.sleep(WAIT_FOR_CACHE);
            flags = flags();
        }
        List<String> hello = helloWorld(flags);
        List<Duration> versions = new ArrayList<>();
        List<Duration> hellos = new ArrayList<>();
        List<Duration> services = new ArrayList<>();
        for (int i = 0; i < plan.starts(); i++) {
            versions.add(version());
            hellos.add(hello(hello, 0));
            try (ServiceUnderTest service = start()) {
                services.add(service.firstData());
            }
        }
        return new Figures(median(versions), median(hellos), median(services), plan.starts(), flags);
    }

    private List<String> flags() throws IOException, InterruptedException {
        try (ServiceUnderTest service = start()) {
            return flags(service.commandLine());
        }
    }

    private ServiceUnderTest start() throws IOException, InterruptedException {
        return ServiceUnderTest.start(ServiceUnderTest.Setup.serving(plan.home(), plan.folder(), database), false);
    }

    /** The flags of a JVM without what belongs to the program: class path, main class, properties. */
    static List<String> flags(List<String> commandLine) {
        return commandLine.stream()
                .skip(1)
                .takeWhile(argument -> !argument.equals("-cp") && !argument.equals("-classpath"))
                .filter(argument -> !argument.startsWith("-D"))
                .toList();
    }

    private List<String> helloWorld(List<String> flags) throws IOException, InterruptedException {
        Path cache = plan.folder().resolve("hello.aot");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        flags.stream().filter(flag -> !flag.startsWith(AOT_CACHE) && !flag.startsWith(AOT_CACHE_OUTPUT)).forEach(command::add);
        command.addAll(List.of("-cp", classPath(), HelloWorld.class.getName()));
        if (flags.stream().anyMatch(flag -> flag.startsWith(AOT_CACHE))) {
            Files.deleteIfExists(cache);
            List<String> training = new ArrayList<>(command);
            training.addAll(1, List.of(AOT_CACHE_OUTPUT + cache, "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
            var _ = hello(training, TRAINING_REQUESTS);
            if (!Files.exists(cache)) {
                throw new IOException("the hello world left no AOT cache; see " + plan.folder().resolve("hello.log"));
            }
            command.add(1, AOT_CACHE + cache);
        }
        return command;
    }

    /** The jars of Helidon alone, beside our own, of which the hello world uses its one class. */
    private static String classPath() throws IOException {
        try {
            Path own = Path.of(HelloWorld.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> jars = Files.list(own.resolveSibling("lib"))) {
                return Stream.concat(Stream.of(own), jars.filter(jar -> String.valueOf(jar.getFileName()).startsWith("helidon-")).sorted())
                        .map(Path::toString)
                        .collect(Collectors.joining(":"));
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** From the start of the process to its first answer; it is asked so many times more, then stopped. */
    private Duration hello(List<String> command, int moreRequests) throws IOException, InterruptedException {
        int port = ServiceUnderTest.freePort();
        List<String> withPort = new ArrayList<>(command);
        withPort.add(Integer.toString(port));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(withPort).redirectErrorStream(true)
                .redirectOutput(plan.folder().resolve("hello.log").toFile())
                .start();
        try (Api api = new Api(port)) {
            while (api.tryBody("/").isEmpty()) {
                if (!process.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
                    throw new IOException("the hello world did not start; see " + plan.folder().resolve("hello.log"));
                }
                Thread.sleep(POLL);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            for (int i = 0; i < moreRequests; i++) {
                var _ = api.tryBody("/");
            }
            return took;
        } finally {
            process.toHandle().destroy();
            // An AOT cache is written while it ends.
            if (!process.waitFor(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private Duration version() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(plan.home().resolve("sentimentagent").toString(), "--version").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("./sentimentagent --version failed");
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted(Comparator.naturalOrder()).skip(durations.size() / 2).findFirst().orElseThrow();
    }
}
