package dev.sentimentagent.server;

import dev.sentimentagent.server.metrics.Metrics;
import dev.sentimentagent.server.web.HttpServer;
import java.util.concurrent.CompletableFuture;

/**
 * What a start needs and that needs neither settings nor store, made on a thread of its own while those are read and opened: with two
 * processors that is half the way to the first answer. Thread-safe.
 */
public final class Preparation {
    private final CompletableFuture<Void> logging = new CompletableFuture<>();
    private final CompletableFuture<Metrics> metrics = new CompletableFuture<>();

    private Preparation() {}

    /** Begins it. Returns at once; nothing must be undone if the start comes to nothing. */
    public static Preparation begin() {
        Preparation preparation = new Preparation();
        Thread.ofPlatform().daemon().name("preparation").start(preparation::run);
        return preparation;
    }

    /** To be called when logging is set up: what logs waits for it. */
    public void canLog() {
        logging.complete(null);
    }

    /** Waits until all of it is done. Two threads that initialize the same classes could wait for each other, so it is not cut short. */
    Metrics metrics() {
        return metrics.join();
    }

    private void run() {
        try {
            HttpServer.prepare();
        } catch (RuntimeException _) {
            // The server itself will meet the same, and say so.
        }
        logging.join();
        metrics.completeAsync(Metrics::new, Runnable::run);
    }
}
