package dev.sentimentagent.store.sql;

/** What the parts of a store ask the database through. Thread-safe; both methods throw {@link dev.sentimentagent.model.store.StoreException}. */
interface Access {
    <T> T read(Query<T> query);

    <T> T write(Query<T> query);
}
