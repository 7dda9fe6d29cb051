package dev.sentimentagent.benchmarks.jmh;

import dev.sentimentagent.benchmarks.History;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.Rollups;
import dev.sentimentagent.model.store.Slice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What the service reads from SQLite, on nine days of data. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StoreReadBenchmark {
    private static final int PAGE = 100;
    private static final int MANY = 500;

    @Benchmark
    public Slice<ScoredItem> recentPosts(StoredHistory history) {
        return history.store.items().recentPosts(null, History.END.minus(Duration.ofDays(9)), PAGE, null);
    }

    @Benchmark
    public Slice<ScoredItem> recentPostsOfSubreddit(StoredHistory history) {
        return history.store.items().recentPosts("julesagent", History.END.minus(Duration.ofDays(9)), PAGE, null);
    }

    @Benchmark
    public Optional<ScoredItem> find(StoredHistory history) {
        return history.store.items().find(history.posts.getFirst());
    }

    @Benchmark
    public Set<String> known(StoredHistory history) {
        return history.store.items().known(history.posts.subList(0, PAGE));
    }

    @Benchmark
    public List<ItemKey> keysOfTwoDays(StoredHistory history) {
        return history.store.items().keys(ItemKind.POST, StoredHistory.ending(Duration.ofDays(2)));
    }

    @Benchmark
    public List<PostActivity> activityOfAWeek(StoredHistory history) {
        return history.store.items().activity(StoredHistory.ending(Duration.ofDays(7)));
    }

    @Benchmark
    public Map<String, Tally> commentTallies(StoredHistory history) {
        return history.store.items()
                .commentTallies(
                        history.posts.stream().limit(MANY).map(key -> key.fullname().substring(ItemKind.POST.prefix().length())).toList());
    }

    @Benchmark
    public Rollups rollups(StoredHistory history) {
        return history.store.statistics().rollups(StoredHistory.ending(Duration.ofDays(90)));
    }
}
