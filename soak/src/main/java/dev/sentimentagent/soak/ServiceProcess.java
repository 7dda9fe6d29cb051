package dev.sentimentagent.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of the service, started as an operator starts it; its resident set is the service's alone. Thread-safe. */
final class ServiceProcess {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final int number;
    private final Path gcLog;
    private final Process process;
    private final Thread reader;

    private ServiceProcess(int number, Path gcLog, Process process, Thread reader) {
        this.number = number;
        this.gcLog = gcLog;
        this.process = process;
        this.reader = reader;
    }

    /**
     * Starts a process.
     *
     * @param number how many there have been, with this one
     * @param environment its settings, over those it inherits
     * @param log takes what it writes
     */
    static ServiceProcess start(int number, SoakSettings settings, Map<String, String> environment, ServiceLog log) throws IOException {
        Path gcLog = settings.folder().resolve("gc-" + number + ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(settings.home().resolve("sentimentagent").toString(), "serve"));
        builder.redirectErrorStream(true);
        builder.environment().putAll(environment);
        // The JVM's own launcher reads this, so the flags of ./sentimentagent are left as they are.
        builder.environment().put("JDK_JAVA_OPTIONS", "-Xlog:gc:file=\"" + gcLog + "\"");
        Process process = builder.start();
        // A soak that is broken off leaves nothing running.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.toHandle().destroyForcibly()));
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        Thread reader = Thread.ofVirtual().name("service-log-" + number).start(() -> log.readAll(lines));
        return new ServiceProcess(number, gcLog, process, reader);
    }

    int number() {
        return number;
    }

    long pid() {
        return process.pid();
    }

    Path gcLog() {
        return gcLog;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
        reader.join();
    }

    /** SIGTERM; returns whether it ended with exit code 0, and in time. One that does not end in time is killed. */
    boolean terminate() throws InterruptedException {
        // Not Process.destroy, which would close the pipe that the service still writes its log to.
        process.toHandle().destroy();
        boolean ended = process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            kill();
            return false;
        }
        reader.join();
        return process.exitValue() == 0;
    }
}
