package dev.sentimentagent.store.cosmos;

import java.util.List;
import java.util.Optional;

/** Reads what lies in the second container: each kind in a logical partition of its own, the value in a property of its own. Thread-safe. */
record Records(Documents documents) {
    <T> Optional<T> find(String kind, String id, Class<T> type) {
        return documents.read(kind, Keys.id(id)).map(json -> Json.to(json.get("value"), type));
    }

    /** All of a kind that are sought. */
    <T> List<T> list(String kind, Sought sought, Class<T> type) {
        return documents.query(kind, sought).stream().map(json -> Json.to(json.get("value"), type)).toList();
    }

    <T> List<T> list(String kind, Class<T> type) {
        return list(kind, new Sought("*"), type);
    }

    long count(String kind, Sought sought) {
        return documents.query(kind, sought).stream().mapToLong(Documents::number).sum();
    }

    long count(String kind) {
        return count(kind, new Sought("VALUE COUNT(1)"));
    }
}
