package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.reddit.DumpBlock;
import dev.sentimentagent.reddit.DumpLine;
import dev.sentimentagent.reddit.DumpPosition;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of a dump, parsed and scored on all processors, in their order. One thread cuts the blocks, as many as there are processors make
 * items of them, whoever asks gets them; what is made ahead is bounded.
 */
final class DumpAnalysis implements AutoCloseable {
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();
    /** As much as is analyzed while the writer writes what it writes at once. */
    private static final int BLOCKS_AHEAD = 16;

    /** What a block held. */
    record Analyzed(List<ScoredItem> items, List<DumpLine.Bad> bad, DumpPosition end, long bytesRead) {}

    /** Where blocks come from, on a thread of its own, which closes it too. */
    interface Source extends Closeable {
        /** The next block, or what makes it, which is left to the workers; null at the end. */
        @Nullable
        Callable<DumpBlock> next() throws IOException;
    }

    private final ItemAnalyzer analyzer;
    private final BlockingQueue<Future<Optional<Analyzed>>> ahead = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS,
            Thread.ofPlatform().daemon().name("import-", 1).factory());
    private final Thread reader;

    DumpAnalysis(ItemAnalyzer analyzer, Source source) {
        this.analyzer = analyzer;
        this.reader = Thread.ofPlatform().daemon().name("import-reader").start(() -> read(source));
    }

    /**
     * What the next block held.
     *
     * @return null at the end
     * @throws IOException if it could not be read; all blocks before have been returned
     */
    @Nullable
    Analyzed next() throws IOException, InterruptedException {
        try {
            return ahead.take().get().orElse(null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("reading the dump failed", e.getCause());
        }
    }

    private void read(Source source) {
        try {
            Future<Optional<Analyzed>> last = CompletableFuture.completedFuture(Optional.empty());
            try (source) {
                for (Callable<DumpBlock> block = source.next(); block != null; block = source.next()) {
                    Callable<DumpBlock> next = block;
                    ahead.put(workers.submit(() -> Optional.of(analyze(next.call()))));
                }
            } catch (IOException | RuntimeException | Error e) {
                // An Error too, or whoever asks would wait for ever.
                last = CompletableFuture.failedFuture(e);
            }
            ahead.put(last);
        } catch (InterruptedException _) {
            // Closed; nobody waits for more.
        }
    }

    private Analyzed analyze(DumpBlock block) {
        List<ScoredItem> items = new ArrayList<>();
        List<DumpLine.Bad> bad = new ArrayList<>();
        for (DumpLine line : block.parse()) {
            switch (line) {
                case DumpLine.Parsed parsed -> items.add(analyzer.analyze(parsed.item()));
                case DumpLine.Bad rejected -> bad.add(rejected);
            }
        }
        return new Analyzed(items, bad, block.end(), block.bytesRead());
    }

    @Override
    public void close() {
        reader.interrupt();
        workers.shutdownNow();
    }
}
