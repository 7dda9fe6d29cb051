package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Store;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the files: after a crash, and after a deletion. */
class SqliteFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasCommittedSurvivesACrash() throws IOException {
        Path file = folder.resolve("store.db");
        try (Store store = Fixtures.open(file)) {
            Fixtures.fill(store, 3000, 100);
            Path copy = crash(file, "copy", Long.MAX_VALUE);
            try (Store recovered = Fixtures.open(copy)) {
                assertThat(recovered.dataVersion()).isEqualTo(store.dataVersion()).isEqualTo(30);
                assertThat(Fixtures.rollupsAreExact(recovered)).isTrue();
                assertThat(recovered.items().count(Fixtures.EVER)).isEqualTo(store.items().count(Fixtures.EVER));
            }
        }
    }

    @Test
    void aCrashInTheMiddleOfAWriteLeavesWholeBatches() throws IOException {
        Path file = folder.resolve("store.db");
        Random random = new Random(3);
        try (Store store = Fixtures.open(file)) {
            Fixtures.fill(store, 600, 50);
            long log = Files.size(log(file));
            long last = 0;
            for (int i = 0; i < 20; i++) {
                Path copy = crash(file, "cut" + i, (long) (log * (i + random.nextDouble()) / 20));
                try (Store recovered = Fixtures.open(copy)) {
                    long version = recovered.dataVersion();
                    long items = recovered.items().count(Fixtures.EVER).values().stream().mapToLong(Long::longValue).sum();
                    assertThat(items).as("cut " + i).isEqualTo(50 * version);
                    assertThat(version).isGreaterThanOrEqualTo(last);
                    assertThat(Fixtures.rollupsAreExact(recovered)).isTrue();
                    last = version;
                }
            }
            assertThat(last).as("the later cuts keep some batches").isPositive();
        }
    }

    @Test
    void deletedTextIsGoneFromTheFile() throws IOException {
        Path file = folder.resolve("store.db");
        List<ScoredItem> items = new ArrayList<>(new NinetyDays(3000, 5).next(3000));
        for (int i = 0; i < items.size(); i += 10) {
            items.set(i, withBody(items.get(i), "marked-for-removal ".repeat(i % 100 == 0 ? 2000 : 10), false));
        }
        try (Store store = Fixtures.open(file)) {
            for (int from = 0; from < items.size(); from += 100) {
                store.items().save(Batch.of(items.subList(from, from + 100)));
            }
        }
        assertThat(contains(file, "marked-for-removal")).isTrue();
        try (Store store = Fixtures.open(file)) {
            for (int i = 0; i < items.size(); i += 10) {
                store.items().save(Batch.of(List.of(withBody(items.get(i), "", true))));
            }
        }
        assertThat(contains(file, "marked-for-removal")).isFalse();
    }

    private static ScoredItem withBody(ScoredItem scored, String body, boolean deleted) {
        Item item = scored.item();
        return new ScoredItem(switch (item) {
            case Post p -> new Post(p.id(), p.subreddit(), p.author(), p.title(), body, p.url(), p.permalink(), p.createdUtc(),
                    p.collectedAt(), p.upvotes(), p.commentCount(), p.editedAt(), deleted);
            case Comment c -> new Comment(c.id(), c.subreddit(), c.author(), c.postId(), c.parent(), body, c.permalink(), c.createdUtc(),
                    c.collectedAt(), c.upvotes(), c.editedAt(), deleted);
        }, scored.score(), scored.toolIds());
    }

    private static boolean contains(Path file, String text) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    }

    /** Copies the files as they are at this moment, the log cut off at a length: what a machine that loses power leaves. */
    private Path crash(Path file, String name, long logLength) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name)).resolve("store.db");
        Files.copy(file, copy);
        Files.copy(log(file), log(copy));
        if (logLength < Files.size(log(copy))) {
            try (FileChannel channel = FileChannel.open(log(copy), StandardOpenOption.WRITE)) {
                channel.truncate(logLength);
            }
        }
        return copy;
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }
}
