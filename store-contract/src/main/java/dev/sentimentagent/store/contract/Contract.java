package dev.sentimentagent.store.contract;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    /** Saves items of any subreddits; what the batches did together. */
    BatchResult save(ScoredItem... items) {
        if (items.length == 0) {
            return store.items().save(Batch.of(List.of()));
        }
        Map<Rollup.Key, Rollup> rollups = new LinkedHashMap<>();
        long[] counts = new long[3];
        long version = 0;
        for (Batch batch : Batch.split(Arrays.asList(items))) {
            BatchResult result = store.items().save(batch);
            result.rollups().forEach(rollup -> rollups.put(rollup.key(), rollup));
            counts[0] += result.stored();
            counts[1] += result.updated();
            counts[2] += result.unchanged();
            version = result.dataVersion();
        }
        return new BatchResult(counts[0], counts[1], counts[2], List.copyOf(rollups.values()), version);
    }

    /** Tally of the items created in the window, counted from the points. */
    Tally tally(Dimension dimension, @Nullable String name, Window created) {
        List<Tally> tallies = new ArrayList<>();
        store.statistics().points(created, (_, subreddit, mentions, sentiment, compoundE4) -> {
            if (dimension == Dimension.TOOL && name != null && mentions.toolIds().contains(name)) {
                tallies.add(Tally.of(mentions.sentiment(name, sentiment), mentions.compoundE4(name, compoundE4)));
            } else if (dimension == Dimension.SUBREDDIT && (name == null || name.equalsIgnoreCase(subreddit))) {
                tallies.add(Tally.of(sentiment, compoundE4));
            }
        });
        return tallies.stream().reduce(Tally.ZERO, Tally::plus);
    }

    /** The tally of ordinary sightings with these compound scores. */
    static Tally tallyOf(double... compounds) {
        return Arrays.stream(compounds)
                .mapToObj(compound -> Tally.of(Sample.post("p").compound(compound).score()))
                .reduce(Tally.ZERO, Tally::plus);
    }

    Set<String> known(String... fullnames) {
        return store.items().known(Arrays.stream(fullnames).map(fullname -> new ItemKey(fullname, "Cursor", T0)).toList());
    }

    List<String> fullnames(ItemKind kind, Window created) {
        return store.items().keys(kind, created).stream().map(ItemKey::fullname).toList();
    }

    BatchResult save(Sample... items) {
        return save(Arrays.stream(items).map(Sample::scored).toArray(ScoredItem[]::new));
    }

    ScoredItem found(String fullname) {
        return store.items().find(fullname).orElseThrow(() -> new AssertionError(fullname + " is not stored"));
    }
}
