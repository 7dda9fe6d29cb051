package dev.sentimentagent.store.contract;

import dev.sentimentagent.model.store.Store;

/** Where one store lives, such as a file: it can be opened there, closed and opened again. */
public interface StorePlace {
    /** Opens the store that lives here; the first time, an empty one. It is not open already. */
    Store open();
}
