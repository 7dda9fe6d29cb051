package dev.sentimentagent.benchmarks.jmh;

import dev.sentimentagent.benchmarks.History;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.sql.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What the benchmarks work on: parts of the generated history. */
final class Samples {
    private static final History HISTORY = new History(1, 2);
    private static final Window LAST_DAY = Window.ending(History.END, Duration.ofDays(1));

    private Samples() {}

    /** Some texts of the given length, each other comments in a row. */
    static List<String> texts(int number, int characters) {
        List<String> comments = HISTORY.items(ItemKind.COMMENT, LAST_DAY).map(Item::text).filter(text -> !text.isEmpty()).toList();
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (texts.size() < number) {
            StringBuilder text = new StringBuilder();
            while (text.length() < characters) {
                text.append(comments.get(at++ % comments.size())).append("\n\n");
            }
            texts.add(text.substring(0, characters));
        }
        return texts;
    }

    /** The newest comments of one subreddit. */
    static Stream<Item> comments(String subreddit) {
        return HISTORY.items(ItemKind.COMMENT, LAST_DAY).filter(item -> item.subreddit().equals(subreddit) && !item.deleted());
    }

    static Store open(Path file) {
        return SqliteStore.open(file, RetryPolicy.NEVER, TimeSource.system(), RandomGenerator.getDefault());
    }
}
