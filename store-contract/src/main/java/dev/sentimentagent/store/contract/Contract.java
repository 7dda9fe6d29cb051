package dev.sentimentagent.store.contract;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Store;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new, empty store for each test. */
abstract class Contract {
    /** A full hour, long enough ago for everything to be past. */
    static final Instant T0 = Instant.parse("2026-03-02T10:00:00Z");

    static final Window EVER = new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    private final Supplier<StorePlace> places;
    private StorePlace place;
    Store store;

    Contract(Supplier<StorePlace> places) {
        this.places = places;
    }

    @BeforeEach
    void openStore() {
        place = places.get();
        store = place.open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    void reopen() {
        store.close();
        store = place.open();
    }

    BatchResult save(ScoredItem... items) {
        return store.items().save(Batch.of(Arrays.asList(items)));
    }

    BatchResult save(Sample... items) {
        return save(Arrays.stream(items).map(Sample::scored).toArray(ScoredItem[]::new));
    }

    ScoredItem found(String fullname) {
        return store.items().find(fullname).orElseThrow(() -> new AssertionError(fullname + " is not stored"));
    }
}
