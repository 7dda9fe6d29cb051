package dev.sentimentagent.store.cosmos;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The stand-in of a Cosmos DB account that can be had without a container engine: an npm package, run by Node.js, behind {@link MendingProxy}. One for
 * all tests; it ends with them. What it cannot show is listed in docs/data-model.md.
 */
final class StandIn {
    private static final String PACKAGE = "@vercel/cosmosdb-server";
    private static final String VERSION = "1.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A key as the client wants one; nobody looks at it. */
    static final String KEY = "c3RhbmQtaW4=";

    private static @Nullable URI running;
    private static String why = "";

    private StandIn() {}

    /** Where it is; started at the first call. Empty if there is no npm, or the package cannot be had: {@link #why} says so. */
    static synchronized Optional<URI> endpoint() {
        if (running == null && why.isEmpty()) {
            try {
                running = start();
            } catch (IOException e) {
                why = "no stand-in of Cosmos DB, its tests are skipped: " + e.getMessage();
                System.err.println(why);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        return Optional.ofNullable(running);
    }

    static String why() {
        return why;
    }

    private static URI start() throws IOException, InterruptedException {
        Path program = install();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process server = new ProcessBuilder("node", program.toString(), "--no-ssl", "-p", Integer.toString(port), "--host", "127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        URI upstream = URI.create("http://127.0.0.1:" + port);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(upstream)) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("it does not answer");
            }
            Thread.sleep(50);
        }
        return new MendingProxy(upstream).start();
    }

    private static boolean answers(URI server) {
        try {
            HttpURLConnection connection = (HttpURLConnection) server.toURL().openConnection();
            try (InputStream answer = connection.getInputStream()) {
                return answer.read() >= 0;
            }
        } catch (IOException _) {
            return false;
        }
    }

    /** The package in a folder of the user's, where it stays for the next time. */
    private static Path install() throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("user.home"), ".cache", "sentimentagent", "cosmosdb-server-" + VERSION);
        Path program = folder.resolve("node_modules").resolve(PACKAGE).resolve("lib/cli.js");
        if (Files.exists(program)) {
            return program;
        }
        Files.createDirectories(folder.getParent());
        Path fresh = Files.createTempDirectory(folder.getParent(), "npm-");
        Process npm;
        try {
            npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", fresh.toString(),
                    PACKAGE + "@" + VERSION)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException("npm cannot be run", e);
        }
        if (!npm.waitFor(3, TimeUnit.MINUTES) || npm.exitValue() != 0) {
            npm.destroy();
            throw new IOException("npm does not get " + PACKAGE + "@" + VERSION);
        }
        try {
            Files.move(fresh, folder);
        } catch (FileAlreadyExistsException _) {
            // Another build was faster.
            return program;
        }
        return program;
    }

    /** Runs it until it is stopped, and prints where: for a look at the whole service. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(endpoint().map(endpoint -> "cosmos:" + endpoint).orElse(why));
        Thread.sleep(Duration.ofHours(1));
    }
}
