package dev.sentimentagent.model.store.sighting;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.ScoredItem;
import java.util.HashMap;
import java.util.Map;

/** Number of items of each kind and sort; or what a transaction adds to it. Not thread-safe. */
public final class ItemCounts {
    /** What an item is counted as. */
    public enum Sort {
        PERSON, DELETED, BOT;

        public static Sort of(ScoredItem scored) {
            return scored.item().deleted() ? DELETED : scored.bot() ? BOT : PERSON;
        }
    }

    /** Takes one of the numbers. */
    public interface Consumer<E extends Exception> {
        void accept(ItemKind kind, Sort sort, long items) throws E;
    }

    private record Key(ItemKind kind, Sort sort) {}

    private final Map<Key, Long> counts = new HashMap<>();

    public void add(ItemKind kind, Sort sort, long items) {
        counts.merge(new Key(kind, sort), items, Long::sum);
    }

    /** Those that are not deleted, bots' too. */
    public long living(ItemKind kind) {
        return counts.getOrDefault(new Key(kind, Sort.PERSON), 0L) + counts.getOrDefault(new Key(kind, Sort.BOT), 0L);
    }

    /** Of either kind. */
    public long all(Sort sort) {
        return counts.entrySet().stream().filter(count -> count.getKey().sort() == sort).mapToLong(Map.Entry::getValue).sum();
    }

    /** Gives those that are not 0. */
    public <E extends Exception> void each(Consumer<E> consumer) throws E {
        for (Map.Entry<Key, Long> count : counts.entrySet()) {
            if (count.getValue() != 0) {
                consumer.accept(count.getKey().kind(), count.getKey().sort(), count.getValue());
            }
        }
    }
}
