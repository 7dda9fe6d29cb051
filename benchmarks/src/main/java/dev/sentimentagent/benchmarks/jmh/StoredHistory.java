package dev.sentimentagent.benchmarks.jmh;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.benchmarks.History;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The generated store that {@code ./bench.sh --jmh} names, open. */
@State(Scope.Benchmark)
public class StoredHistory {
    /** Names the database. */
    public static final String PROPERTY = "bench.store";

    final Store store = Samples.open(Path.of(requireNonNull(System.getProperty(PROPERTY), PROPERTY)));
    /** Of the posts of two days, newest first. */
    final List<ItemKey> posts = store.items().keys(ItemKind.POST, ending(Duration.ofDays(2)));

    static Window ending(Duration length) {
        return Window.ending(History.END, length);
    }

    @TearDown
    public void close() {
        store.close();
    }
}
