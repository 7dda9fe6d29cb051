package dev.sentimentagent.store.memory;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Cuts lists into slices. A cursor names the list and the last item that was given out, which is looked up again by its fullname. */
final class Slices {
    private static final int MAX = 1000;

    private Slices() {}

    static void checkLimit(int limit) {
        if (limit < 1 || limit > MAX) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX + ", not " + limit);
        }
    }

    static Slice<ScoredItem> of(Comparator<ScoredItem> order, String list, int limit, @Nullable String cursor,
            Supplier<List<ScoredItem>> items,
            MemoryStore store) {
        checkLimit(limit);
        @Nullable
        ScoredItem last = cursor == null ? null : last(list, cursor, store);
        List<ScoredItem> rest = items.get().stream().sorted(order).filter(item -> last == null || order.compare(item, last) > 0).toList();
        return rest.size() <= limit
                ? new Slice<>(rest, null)
                : new Slice<>(rest.subList(0, limit), cursor(list, rest.get(limit - 1).item()));
    }

    static String cursor(String list, Item last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((list + last.fullname()).getBytes(StandardCharsets.UTF_8));
    }

    private static ScoredItem last(String list, String cursor, MemoryStore store) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        if (!text.startsWith(list)) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        return store.items().find(text.substring(list.length()))
                .orElseThrow(() -> new IllegalArgumentException("not a cursor of this list"));
    }
}
