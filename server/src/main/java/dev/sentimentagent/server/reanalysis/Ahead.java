package dev.sentimentagent.server.reanalysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Reads items on one thread and analyzes them on another, a few slices ahead of whoever takes them. One thread takes. */
final class Ahead implements AutoCloseable {
    /** As many as the store gives at once. */
    private static final int LARGEST = 1000;
    private static final int SLICES = 2;

    private final Look look;
    private final IntSupplier size;
    private final BlockingQueue<Future<Looked>> slices = new ArrayBlockingQueue<>(SLICES);
    private final ExecutorService analyzer = Executors.newSingleThreadExecutor(thread("reanalysis-analyzer"));
    private final Thread reader;

    private static ThreadFactory thread(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    /**
     * Begins to read.
     *
     * @param cursor where; null for the beginning
     * @param size about how many items are taken at a time, now
     */
    Ahead(Look look, @Nullable String cursor, IntSupplier size) {
        this.look = look;
        this.size = size;
        this.reader = thread("reanalysis-reader").newThread(() -> read(cursor));
        reader.start();
    }

    /**
     * The next slices: one, and those that are ready as far as they fit.
     *
     * @throws dev.sentimentagent.model.store.StoreException if they cannot be read
     */
    List<Looked> take(int items) throws InterruptedException {
        List<Looked> taken = new ArrayList<>();
        Looked first = get(slices.take());
        taken.add(first);
        int count = first.items();
        boolean more = first.next() != null;
        while (more && count < items) {
            Looked next = get(slices.take());
            taken.add(next);
            count += next.items();
            more = next.next() != null;
        }
        return taken;
    }

    private void read(@Nullable String from) {
        String cursor = from;
        try {
            do {
                long start = System.nanoTime();
                Look.Read read = look.read(cursor, Math.clamp(size.getAsInt(), 1, LARGEST));
                long took = System.nanoTime() - start;
                slices.put(analyzer.submit(() -> look.at(read).after(took)));
                cursor = read.slice().next();
            } while (cursor != null);
        } catch (RuntimeException e) {
            failed(e);
        } catch (InterruptedException _) {
            // Nobody takes any more.
        }
    }

    private void failed(RuntimeException failure) {
        try {
            slices.put(CompletableFuture.failedFuture(failure));
        } catch (InterruptedException _) {
            // Nobody takes any more.
        }
    }

    private static Looked get(Future<Looked> slice) throws InterruptedException {
        try {
            return slice.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("items were not analyzed", e.getCause());
        }
    }

    /** Ends the reading; returns when nothing of it asks the store any more. */
    @Override
    public void close() {
        reader.interrupt();
        analyzer.shutdownNow();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
