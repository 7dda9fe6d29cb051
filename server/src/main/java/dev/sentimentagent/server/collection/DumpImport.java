package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.reddit.DumpBlock;
import dev.sentimentagent.reddit.DumpException;
import dev.sentimentagent.reddit.DumpPosition;
import dev.sentimentagent.reddit.DumpReader;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.server.settings.StoreAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Reads dumps into the store: one thread reads, all processors parse and score, the caller's thread writes. Resumable, and idempotent as
 * the store is.
 */
public final class DumpImport {
    private static final int BLOCK_LINES = 500;
    private static final long CHECKPOINT_NANOS = Duration.ofSeconds(3).toNanos();

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

    /** Remembers how far an import is. */
    @FunctionalInterface
    private interface Bookmark {
        void save(DumpPosition position) throws IOException;
    }

    private record OfFile(DumpReader reader) implements DumpAnalysis.Source {
        @Override
        public @Nullable Callable<DumpBlock> next() throws DumpException {
            DumpBlock block = reader.nextBlock(BLOCK_LINES);
            return block == null ? null : () -> block;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private record Made(Iterator<Callable<DumpBlock>> blocks) implements DumpAnalysis.Source {
        @Override
        public @Nullable Callable<DumpBlock> next() {
            return blocks.hasNext() ? blocks.next() : null;
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
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
        DumpException failure = null;
        ImportWriter writer = new ImportWriter(store.items(), listener);
        try {
            DumpReader reader = DumpReader.open(file, start);
            try (DumpAnalysis blocks = new DumpAnalysis(analyzer, new OfFile(reader))) {
                write(blocks, writer, reader.size(), checkpoint::save, watcher);
            }
        } catch (DumpException e) {
            failure = e;
        }
        checkpoint.delete();
        return new Result(writer.counts(), start.lines(), failure);
    }

    /** Imports what is in no file: blocks that are made on all processors as they are needed. It is not resumed. */
    public Counts run(Iterator<Callable<DumpBlock>> blocks, ImportListener watcher) throws IOException, InterruptedException {
        ImportWriter writer = new ImportWriter(store.items(), listener);
        try (DumpAnalysis analyzed = new DumpAnalysis(analyzer, new Made(blocks))) {
            write(analyzed, writer, Long.MAX_VALUE, _ -> {}, watcher);
        }
        return writer.counts();
    }

    private static void write(DumpAnalysis blocks, ImportWriter writer, long size, Bookmark bookmark, ImportListener watcher)
            throws IOException, InterruptedException {
        long savedAt = System.nanoTime();
        DumpAnalysis.Analyzed last = null;
        try {
            for (DumpAnalysis.Analyzed block = blocks.next(); block != null; block = blocks.next()) {
                last = block;
                block.bad().forEach(watcher::rejected);
                boolean committed = writer.add(block);
                if (System.nanoTime() - savedAt > CHECKPOINT_NANOS) {
                    // What is behind the bookmark is committed.
                    writer.flush();
                    bookmark.save(block.end());
                    savedAt = System.nanoTime();
                    committed = true;
                }
                if (committed) {
                    watcher.progressed(block.bytesRead(), size, block.end().lines());
                }
            }
        } catch (IOException e) {
            finish(writer, last, size, watcher);
            throw e;
        }
        finish(writer, last, size, watcher);
    }

    private static void finish(ImportWriter writer, DumpAnalysis.@Nullable Analyzed last, long size, ImportListener watcher) {
        writer.flush();
        if (last != null) {
            watcher.progressed(last.bytesRead(), size, last.end().lines());
        }
    }
}
