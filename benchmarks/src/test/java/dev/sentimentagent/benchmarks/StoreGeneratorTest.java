package dev.sentimentagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreGeneratorTest {
    @TempDir
    private Path folder;

    @Test
    void aStoreIsFilledAsTheServiceWouldHave() throws InterruptedException {
        Window all = Window.ending(History.END, Duration.ofDays(1));
        try (Store store = Stores.open(folder.resolve("day.db"))) {
            long written = StoreGenerator.fill(store, new History(1, 1));

            assertThat(store.items().count(all).values().stream().mapToLong(Long::longValue).sum()).isBetween(written * 9 / 10, written);
            assertThat(store.items().subreddits()).hasSize(14);
            assertThat(new HashSet<>(store.statistics().rollups(all))).isEqualTo(new HashSet<>(store.statistics().recount(all)));
            assertThat(store.cycles().coverages()).hasSize(28).allMatch(coverage -> coverage.until().equals(History.END));
            assertThat(store.cycles().recent(100)).hasSize(48).allMatch(cycle -> cycle.counts().addUp() && cycle.counts().stored() > 0);
            assertThat(store.cycles().lastSuccess()).isPresent();
            assertThat(store.topics().topics(100)).isNotEmpty();
        }
    }
}
