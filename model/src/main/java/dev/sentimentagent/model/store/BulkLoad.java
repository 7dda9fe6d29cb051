package dev.sentimentagent.model.store;

/** Very many items on their way into a store, from {@link Store#bulkLoad} until it is closed. */
@FunctionalInterface
public interface BulkLoad extends AutoCloseable {
    /**
     * Makes up for what was put off, which may take seconds for each million items.
     *
     * @throws StoreException if that fails; the next opening of the store does it then
     */
    @Override
    void close();
}
