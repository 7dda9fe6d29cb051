package dev.sentimentagent.store.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sentimentagent.model.store.StoreException;
import java.util.function.Function;

/** Reads and writes the head, always guarded by its version. Thread-safe. */
final class Heads {
    /** As it was read or written last, and the version by which it can be replaced. */
    record Known(Head head, String etag) {}

    private static final int TRIES = 50;

    private final Documents records;

    Heads(Documents records) {
        this.records = records;
    }

    Known read() {
        return records.read(Kinds.HEAD, Head.ID)
                .map(json -> new Known(Head.of(json), json.get("_etag").asText()))
                .orElseThrow(() -> new StoreException("the store has no head: it was never set up, or is being emptied", false, null));
    }

    /** Makes the first one, if there is none. */
    void create() {
        if (records.read(Kinds.HEAD, Head.ID).isEmpty()) {
            try {
                records.write(new Head().json(), null);
            } catch (Outdated _) {
                // Another was faster.
                return;
            }
        }
    }

    /** @throws Outdated if it is another by now */
    Known replace(Head head, String etag) {
        return new Known(head, records.write(head.json(), etag));
    }

    /**
     * Changes what others may be changing at the same time; writes nothing if nothing changes.
     *
     * @param change of a head that is its own; gives what to return
     */
    <T> T update(Function<Head, T> change) {
        for (int tries = 1;; tries++) {
            Known known = read();
            Head head = known.head();
            JsonNode before = head.json();
            T result = change.apply(head);
            if (head.json().equals(before)) {
                return result;
            }
            try {
                replace(head, known.etag());
                return result;
            } catch (Outdated e) {
                if (tries >= TRIES) {
                    throw e;
                }
            }
        }
    }
}
