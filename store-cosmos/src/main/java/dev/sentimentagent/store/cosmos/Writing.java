package dev.sentimentagent.store.cosmos;

import com.azure.cosmos.models.CosmosBatch;
import com.azure.cosmos.models.CosmosBatchItemRequestOptions;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sentimentagent.model.store.StoreException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One write, from the moment in which it has the right to. Not thread-safe. */
final class Writing {
    /** Operations that a transactional batch may have, less the day's own and one to spare. */
    static final int MOST_OPERATIONS = 98;
    /** Bytes that it may have, of 2 MB, as far as can be told from the text. */
    static final int MOST_BYTES = 1_500_000;
    private static final long BEAT_NANOS = 3_000_000_000L;

    private final Documents items;
    private final Documents records;
    private final Heads heads;
    private final Days days;
    private final Head head;
    private String etag;
    private long beatAt = System.nanoTime();
    private boolean begun;

    Writing(Documents items, Documents records, Heads heads, Days days, Heads.Known known) {
        this.items = items;
        this.records = records;
        this.heads = heads;
        this.days = days;
        head = known.head();
        etag = known.etag();
    }

    Head head() {
        return head;
    }

    /** Whether items may have been written. */
    boolean begun() {
        return begun;
    }

    Days days() {
        return days;
    }

    Documents items() {
        return items;
    }

    Documents records() {
        return records;
    }

    /** Names partitions before they are written to, and shows others now and then that this write lives. */
    void touch(Collection<String> partitions) {
        if (head.touched.addAll(partitions) || System.nanoTime() - beatAt > BEAT_NANOS) {
            put();
        }
    }

    /** Says that a version of the catalogue is being made. */
    void changing(long version) {
        head.changing = version;
        put();
    }

    Heads.Known end() {
        head.writer = null;
        head.touched.clear();
        head.changing = 0;
        return put();
    }

    private Heads.Known put() {
        head.beat++;
        for (;;) {
            try {
                Heads.Known now = heads.replace(head, etag);
                etag = now.etag();
                beatAt = System.nanoTime();
                return now;
            } catch (Outdated _) {
                // A lease was renewed meanwhile; or this write was taken for dead.
                Heads.Known now = heads.read();
                if (now.head().json().equals(head.json())) {
                    // The client has asked twice, since the first answer was lost.
                    etag = now.etag();
                    return now;
                }
                if (now.head().beat != head.beat - 1) {
                    throw new StoreException("another has taken over the writing: this write was too slow", true, null);
                }
                head.leases = now.head().leases;
                etag = now.etag();
            }
        }
    }

    /**
     * Writes a day with some of its items, all or nothing. The day comes first: where it is not as it was read, nothing is written.
     *
     * @param documents no more than {@link #MOST_OPERATIONS}, to be put
     * @param gone ids of those that are deleted
     */
    void commit(Day day, List<ObjectNode> documents, List<String> gone) {
        touch(List.of(day.partition()));
        begun = true;
        CosmosBatch batch = CosmosBatch.createCosmosBatch(new PartitionKey(day.partition()));
        if (day.etag == null) {
            batch.createItemOperation(day.json());
        } else {
            batch.replaceItemOperation(Day.ID, day.json(), new CosmosBatchItemRequestOptions().setIfMatchETag(day.etag));
        }
        documents.forEach(batch::upsertItemOperation);
        gone.forEach(batch::deleteItemOperation);
        day.etag = items.write(batch, day.partition()).getFirst();
    }

    /**
     * Puts a document into the second container.
     *
     * @param columns what is queried by
     */
    void put(String kind, String id, ObjectNode columns, Object value) {
        String known = records.read(kind, Keys.id(id)).map(json -> json.get("_etag").asText()).orElse(null);
        write(kind, id, columns, Json.of(value), known);
    }

    /** Writes it in the place of what was read of it. */
    void replace(String kind, String id, ObjectNode columns, Object value, JsonNode known) {
        write(kind, id, columns, Json.of(value), known.get("_etag").asText());
    }

    private void write(String kind, String id, ObjectNode columns, JsonNode value, @Nullable String known) {
        touch(List.of());
        columns.put("id", Keys.id(id)).put("pk", kind).set("value", value);
        records.write(columns, known);
    }

    void delete(String kind, String id) {
        touch(List.of());
        records.delete(kind, Keys.id(id));
    }
}
