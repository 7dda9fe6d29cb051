package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a request for items, after all retries. */
public sealed interface Fetch {
    /**
     * Items were received.
     *
     * @param items the well-formed ones in the order received; {@code collectedAt} is when they were
     * @param rejected the others
     * @param after with what the next page is asked for; null on the last
     */
    record Page(List<Item> items, List<Rejection> rejected, @Nullable String after) implements Fetch {
        public Page {
            items = List.copyOf(items);
            rejected = List.copyOf(rejected);
        }

        /** Number of items received, well formed or not. */
        public int size() {
            return items.size() + rejected.size();
        }
    }

    /**
     * No items were received.
     *
     * @param detail one line for a human, which begins with the HTTP status if Reddit answered at all; never a secret
     */
    record Failure(Reason reason, String detail) implements Fetch {}
}
