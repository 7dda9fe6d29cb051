package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Slice;
import java.util.List;
import java.util.function.Function;

/** Makes slices of lists that were asked for with one item more than wanted. */
final class Slices {
    private Slices() {}

    /** @param at the cursor of an item */
    static Slice<ScoredItem> of(List<ScoredItem> items, int limit, Function<Item, Cursor> at) {
        return items.size() <= limit
                ? new Slice<>(items, null)
                : new Slice<>(items.subList(0, limit), at.apply(items.get(limit - 1).item()).text());
    }
}
