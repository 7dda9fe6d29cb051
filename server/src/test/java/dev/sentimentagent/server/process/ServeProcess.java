package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real program in a process of its own, which is killed at the latest when this is closed. */
public final class ServeProcess implements AutoCloseable {
    public static final String ADMIN_TOKEN = "sesame";
    /** Longest that a start or a stop may take on a machine that is busy with other tests. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Pattern LISTENING = Pattern.compile("listening on http://127\\.0\\.0\\.1:(\\d+)/");
    private static final boolean RESETS_SIGNALS = canResetSignals();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path out;
    private final Path err;

    private ServeProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts {@code serve} from the tests' own class path. */
    public static ServeProcess serve(Path home, Map<String, String> settings, String... options) {
        List<String> command = java(home);
        command.addAll(List.of("dev.sentimentagent.server.cli.Main", "serve"));
        command.addAll(List.of(options));
        return start(command, home, settings);
    }

    /** The beginning of a command that runs a class; little is compiled, as these processes do not live long. */
    public static List<String> java(Path home) {
        return new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dsentimentagent.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path")));
    }

    /** Starts a command with these settings and no others: those of whoever runs the tests are left out. */
    public static ServeProcess start(List<String> command, Path home, Map<String, String> settings) {
        try {
            Path out = Files.createTempFile(home, "out", ".log");
            Path err = Files.createTempFile(home, "err", ".log");
            ProcessBuilder builder = new ProcessBuilder(heedingSignals(command)).directory(home.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG", "TMPDIR"));
            builder.environment().putAll(Map.of("API_PORT", "0", "ADMIN_TOKEN", ADMIN_TOKEN));
            builder.environment().putAll(settings);
            return new ServeProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The command as a terminal would start it. A shell without job control starts what it puts into the background with SIGINT ignored, and
     * {@code nohup} ignores SIGHUP; that is inherited, through our own JVM too, and a signal that is ignored would never reach the program.
     */
    public static List<String> heedingSignals(List<String> command) {
        if (!RESETS_SIGNALS) {
            return command;
        }
        List<String> through = new ArrayList<>(List.of("env", "--default-signal=INT,HUP,TERM,QUIT"));
        through.addAll(command);
        return through;
    }

    /** Only the {@code env} of coreutils 8.31 and later can; what it starts has its process id. */
    private static boolean canResetSignals() {
        try {
            return new ProcessBuilder("env", "--default-signal=INT", "true").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Settings with which a service collects from a stand-in. */
    public static Map<String, String> collecting(RedditStandIn standIn, String subreddits) {
        return Map.of(
                "REDDIT_CLIENT_ID",
                StandInSettings.DEFAULT.clientId(),
                "REDDIT_CLIENT_SECRET",
                StandInSettings.DEFAULT.clientSecret(),
                "REDDIT_API_URL",
                standIn.baseUrl().toString(),
                "REDDIT_AUTH_URL",
                standIn.baseUrl().toString(),
                "SUBREDDITS",
                subreddits);
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** What it has written to standard output. */
    public String out() {
        return read(out);
    }

    /** What it has written to standard error. */
    public String err() {
        return read(err);
    }

    /** Waits until standard output holds a text. */
    public void awaitOut(String part) {
        awaitWhileAlive(() -> assertThat(out()).contains(part));
    }

    /** Waits until HTTP answers. */
    public ServeProcess awaitListening() {
        awaitWhileAlive(() -> assertThat(out()).containsPattern(LISTENING));
        return this;
    }

    private void awaitWhileAlive(org.awaitility.core.ThrowingRunnable assertion) {
        await().pollInterval(POLL)
                .atMost(PATIENCE)
                .failFast(() -> assertThat(alive()).as("ended with %s\n%s", err(), out()).isTrue())
                .untilAsserted(assertion);
    }

    public URI uri(String path) {
        Matcher listening = LISTENING.matcher(out());
        assertThat(listening.find()).as("listening").isTrue();
        return URI.create("http://127.0.0.1:" + listening.group(1) + path);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    /** Asks for a cycle and waits until it has begun; on a busy machine the first one after the start may have begun before. */
    public void startCycle() {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/admin/collect"))
                .header("X-Admin-Token", ADMIN_TOKEN)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(send(request).statusCode()).isIn(202, 409);
        awaitOut(" starts: ");
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal: TERM, INT, STOP, CONT, KILL. */
    public void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).inheritIO().start().waitFor();
            assertThat(code).as("kill -%s", name).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end and returns the exit code; 128 and the signal's number if a signal ended it. */
    public int exitCode() {
        return exitCode(PATIENCE);
    }

    public int exitCode(Duration atMost) {
        try {
            assertThat(process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)).as("ends within %s; %s\n%s", atMost, err(), out())
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        exitCode();
    }
}
