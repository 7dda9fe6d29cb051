package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "a\ttab"})
    void whatCannotBeTheIdOfAToolIsRefusedWithItsBatch(String tool) {
        List<ScoredItem> items = new NinetyDays(2, 1).next(2);
        ScoredItem odd = new ScoredItem(items.get(1).item(), items.get(1).score(), Set.of(tool, "cursor"));
        try (Store store = Fixtures.open(folder.resolve("store.db"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> store.items().save(Batch.of(List.of(items.getFirst(), odd))));

            assertThat(store.items().find(items.getFirst().item().fullname())).isEmpty();
        }
    }
}
