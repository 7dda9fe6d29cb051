package dev.sentimentagent.benchmarks.jmh;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A batch of {@value #SIZE} comments of one subreddit into SQLite, on the disk of the temporary folder; the time is that of one item. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(BatchWriteBenchmark.SIZE)
public class BatchWriteBenchmark {
    static final int SIZE = Batch.MAX_ITEMS;

    /** A store of its own, and the comments. */
    @State(Scope.Benchmark)
    public static class Database {
        private static final long FIRST_NUMBER = Long.parseLong("zzz000000", Character.MAX_RADIX);

        private final Path folder = temporaryFolder();
        final Store store = Samples.open(folder.resolve("batches.db"));
        final List<ScoredItem> items = analyzed();
        private long number = FIRST_NUMBER;

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("batches");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<ScoredItem> analyzed() {
            ItemAnalyzer analyzer = ItemAnalyzer.of(SentimentMethod.VADER, ToolCatalogue.standard());
            return Samples.comments("Cursor").limit(SIZE).map(analyzer::analyze).toList();
        }

        /** The same comments under other names and with other votes. */
        List<ScoredItem> renamed() {
            return items.stream().map(item -> with(item, Long.toString(number++, Character.MAX_RADIX), item.item().upvotes())).toList();
        }

        static ScoredItem with(ScoredItem scored, String id, int upvotes) {
            Item item = scored.item();
            if (!(item instanceof Comment c)) {
                throw new IllegalArgumentException("not a comment: " + item.fullname());
            }
            return new ScoredItem(
                    new Comment(id, c.subreddit(), c.author(), c.postId(), c.parent(), c.body(), c.permalink(), c.createdUtc(),
                            c.collectedAt().plusSeconds(upvotes), upvotes, c.editedAt(), c.deleted()),
                    scored.score(), scored.toolIds());
        }

        @TearDown
        public void close() throws IOException {
            store.close();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** Comments that are not stored yet. */
    @State(Scope.Benchmark)
    public static class Unknown {
        List<ScoredItem> items = List.of();

        @Setup(Level.Invocation)
        public void rename(Database database) {
            items = database.renamed();
        }
    }

    /** Comments that are stored. */
    @State(Scope.Benchmark)
    public static class Known {
        List<ScoredItem> items = List.of();
        private int votes;

        @Setup
        public void store(Database database) {
            items = database.items;
            var _ = database.store.items().save(Batch.of(items));
        }

        /** More votes than ever before. */
        List<ScoredItem> upvoted() {
            votes++;
            return items.stream().map(item -> Database.with(item, item.item().id(), Math.abs(item.item().upvotes()) + votes)).toList();
        }
    }

    @Benchmark
    public BatchResult insert(Database database, Unknown unknown) {
        return database.store.items().save(Batch.of(unknown.items));
    }

    @Benchmark
    public BatchResult sightAgain(Database database, Known known) {
        return database.store.items().save(Batch.of(known.items));
    }

    @Benchmark
    public BatchResult sightWithOtherVotes(Database database, Known known) {
        return database.store.items().save(Batch.of(known.upvoted()));
    }
}
