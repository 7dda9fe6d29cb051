package dev.sentimentagent.model.store.sighting;

import dev.sentimentagent.model.ItemKind;
import java.util.HashMap;
import java.util.Map;

/** Number of items of each kind, living and deleted; or what a transaction adds to it. Not thread-safe. */
public final class ItemCounts {
    /** Takes one of the numbers. */
    public interface Consumer<E extends Exception> {
        void accept(ItemKind kind, boolean deleted, long items) throws E;
    }

    private record Sort(ItemKind kind, boolean deleted) {}

    private final Map<Sort, Long> counts = new HashMap<>();

    public void add(ItemKind kind, boolean deleted, long items) {
        counts.merge(new Sort(kind, deleted), items, Long::sum);
    }

    public long living(ItemKind kind) {
        return counts.getOrDefault(new Sort(kind, false), 0L);
    }

    public long deleted() {
        return counts.entrySet().stream().filter(count -> count.getKey().deleted()).mapToLong(Map.Entry::getValue).sum();
    }

    /** Gives those that are not 0. */
    public <E extends Exception> void each(Consumer<E> consumer) throws E {
        for (Map.Entry<Sort, Long> count : counts.entrySet()) {
            if (count.getValue() != 0) {
                consumer.accept(count.getKey().kind(), count.getKey().deleted(), count.getValue());
            }
        }
    }
}
