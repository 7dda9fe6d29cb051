package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.reddit.DumpException;
import dev.sentimentagent.reddit.DumpLine;
import dev.sentimentagent.reddit.DumpPosition;
import dev.sentimentagent.reddit.DumpReader;
import dev.sentimentagent.server.settings.StoreAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads dumps into the store: one thread reads and scores, the caller's writes. Resumable, and idempotent as the store is.
 */
public final class DumpImport {
    private static final int BATCHES_AHEAD = 8;
    private static final long CHECKPOINT_NANOS = Duration.ofSeconds(1).toNanos();

    private final ItemAnalyzer analyzer;
    private final Store store;
    private final CommitListener listener;
    private final StoreAddress address;

    /**
     * What one file held.
     *
     * @param skippedLines read by an earlier import that broke off
     * @param failure why the file could not be read to its end; null if it was
     */
    public record Result(Counts counts, long skippedLines, @Nullable DumpException failure) {}

    private sealed interface Work {
        record Lines(List<ScoredItem> items, List<DumpLine.Bad> bad, DumpPosition end, long bytesRead, long size) implements Work {}

        record End() implements Work {}

        record Failed(Throwable cause) implements Work {}
    }

    /**
     * An import into a store.
     *
     * @param address of the store; where an import broke off is remembered beside it
     */
    public DumpImport(ItemAnalyzer analyzer, Store store, CommitListener listener, StoreAddress address) {
        this.analyzer = analyzer;
        this.store = store;
        this.listener = listener;
        this.address = address;
    }

    /**
     * Imports one file, from where an earlier import of it broke off. Of one that cannot be read to its end, what was read is stored.
     *
     * @throws IOException if it cannot be opened, or the checkpoint not be written
     * @throws dev.sentimentagent.model.store.StoreException if the store failed; a further import goes on from there
     * @throws InterruptedException if the thread was interrupted; a further import goes on from there
     */
    public Result run(Path file, ImportListener watcher) throws IOException, InterruptedException {
        ImportCheckpoint checkpoint = new ImportCheckpoint(address, store::dataVersion, file);
        DumpPosition start = checkpoint.load();
        BlockingQueue<Work> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
        Thread reader = Thread.ofPlatform().daemon().name("import-reader").start(() -> read(file, start, queue));
        try {
            Result result = write(queue, start, checkpoint, watcher);
            checkpoint.delete();
            return result;
        } finally {
            reader.interrupt();
        }
    }

    private Result write(BlockingQueue<Work> queue, DumpPosition start, ImportCheckpoint checkpoint, ImportListener watcher)
            throws IOException, InterruptedException {
        Counts counts = Counts.ZERO;
        long savedAt = System.nanoTime();
        while (true) {
            switch (queue.take()) {
                case Work.Lines lines -> {
                    for (Batch batch : Batch.split(lines.items)) {
                        BatchResult result = store.items().save(batch);
                        listener.committed(batch, result);
                        counts = counts
                                .plus(new Counts(batch.items().size(), result.stored(), result.updated(), result.unchanged(), 0));
                    }
                    lines.bad.forEach(watcher::rejected);
                    counts = counts.plus(new Counts(lines.bad.size(), 0, 0, 0, lines.bad.size()));
                    watcher.progressed(lines.bytesRead, lines.size, lines.end.lines());
                    if (System.nanoTime() - savedAt > CHECKPOINT_NANOS) {
                        checkpoint.save(lines.end);
                        savedAt = System.nanoTime();
                    }
                }
                case Work.End _ -> {
                    return new Result(counts, start.lines(), null);
                }
                case Work.Failed(DumpException cause) -> {
                    return new Result(counts, start.lines(), cause);
                }
                case Work.Failed(IOException cause) -> throw cause;
                case Work.Failed(Throwable cause) -> throw new IllegalStateException("reading the dump failed", cause);
            }
        }
    }

    private void read(Path file, DumpPosition start, BlockingQueue<Work> queue) {
        try {
            Work last;
            try (DumpReader reader = DumpReader.open(file, start)) {
                last = readBatches(reader, queue);
            } catch (IOException | RuntimeException | Error e) {
                // An Error too, or the writer would wait for ever.
                last = new Work.Failed(e);
            }
            queue.put(last);
        } catch (InterruptedException _) {
            // The writer has given up; nobody waits for more.
        }
    }

    private Work readBatches(DumpReader reader, BlockingQueue<Work> queue) throws IOException, InterruptedException {
        boolean more = true;
        while (more) {
            List<ScoredItem> batch = new ArrayList<>(Batch.MAX_ITEMS);
            List<DumpLine.Bad> bad = new ArrayList<>();
            IOException failure = null;
            try {
                while (more && batch.size() < Batch.MAX_ITEMS && bad.size() < Batch.MAX_ITEMS) {
                    switch (reader.next()) {
                        case DumpLine.Parsed parsed -> batch.add(analyzer.analyze(parsed.item()));
                        case DumpLine.Bad line -> bad.add(line);
                        case null -> more = false;
                    }
                }
            } catch (DumpException e) {
                failure = e;
            }
            queue.put(new Work.Lines(batch, bad, reader.position(), reader.bytesRead(), reader.size()));
            if (failure != null) {
                return new Work.Failed(failure);
            }
        }
        return new Work.End();
    }
}
