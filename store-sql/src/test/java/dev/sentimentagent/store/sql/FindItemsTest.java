package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Find;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.model.store.Store;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/** A search that looks through a part of the items at a time finds in all what one does that looks through all of them. */
class FindItemsTest {
    private static final Selection ALL = Selection.of(new Window(NinetyDays.START, NinetyDays.START.plus(Duration.ofDays(400))));

    @TempDir
    Path folder;

    @Test
    void partByPartEverythingIsFoundOnce() throws SQLException {
        Path file = folder.resolve("store.db");
        try (Store store = Fixtures.open(file)) {
            Fixtures.fill(store, 1000, 500);
            Find words = new Find(ALL, "a", Find.Order.NEWEST);
            List<ScoredItem> whole = find(file, words, 1000, null, 1_000_000).items();
            assertThat(whole).hasSizeBetween(100, 1000);

            List<ScoredItem> all = new ArrayList<>();
            String cursor = null;
            int slices = 0;
            do {
                Slice<ScoredItem> slice = find(file, words, 1000, cursor, 50);
                assertThat(slice.items()).hasSizeLessThanOrEqualTo(60);
                all.addAll(slice.items());
                cursor = slice.next();
                slices++;
            } while (cursor != null);
            assertThat(all).isEqualTo(whole);
            assertThat(slices).isBetween(15, 25);
        }
    }

    @Test
    void whatNobodyWroteIsLookedForInBoundedParts() throws SQLException {
        Path file = folder.resolve("store.db");
        try (Store store = Fixtures.open(file)) {
            Fixtures.fill(store, 2000, 500);
            Slice<ScoredItem> slice = find(file, new Find(ALL, "nobody-wrote-this", Find.Order.NEWEST), 50, null, 100);
            assertThat(slice.items()).isEmpty();
            assertThat(slice.next()).isNotNull();
        }
    }

    private static Slice<ScoredItem> find(Path file, Find find, int limit, @Nullable String cursor, int most) throws SQLException {
        try (var connection = Fixtures.SETTINGS.writing(file).getConnection()) {
            Kept session = new Kept(connection);
            Slice<ScoredItem> slice = new FindItems(find, limit, cursor, most).run(session);
            session.forget();
            return slice;
        }
    }
}
