package dev.sentimentagent.store.memory;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.PointConsumer;
import dev.sentimentagent.model.store.Rollups;
import dev.sentimentagent.model.store.StatisticsStore;
import dev.sentimentagent.model.store.VoiceConsumer;
import dev.sentimentagent.model.store.sighting.RollupDeltas;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

record MemoryStatisticsStore(MemoryStore store) implements StatisticsStore {
    @Override
    public Rollups rollups(Window hours) {
        return store.call(() -> rollups(rollup -> hours.contains(rollup.getKey().hour()) && !rollup.getValue().tally().equals(Tally.ZERO)));
    }

    @Override
    public Rollups changedSince(long version) {
        return store.call(() -> rollups(rollup -> rollup.getValue().version() > version));
    }

    @Override
    public List<Rollup> recount(Window hours) {
        return store.call(() -> {
            RollupDeltas all = new RollupDeltas();
            store.data().living().forEach(all::add);
            return all.list().stream().filter(rollup -> hours.contains(rollup.key().hour())).toList();
        });
    }

    @Override
    public void points(Window created, PointConsumer consumer) {
        var points = store.call(() -> store.data().counted().filter(scored -> created.contains(scored.item().createdUtc())).toList());
        points.forEach(scored -> consumer.accept(scored.item().createdUtc().getEpochSecond(), scored.item().subreddit(), scored.mentions(),
                scored.score().sentiment(), scored.score().compoundE4()));
    }

    @Override
    public void voices(Window created, VoiceConsumer consumer) {
        var voices = store.call(() -> store.data().counted().filter(scored -> created.contains(scored.item().createdUtc())).toList());
        voices.forEach(scored -> consumer.accept(scored.item().createdUtc().getEpochSecond(), scored.item().subreddit(), scored.mentions(),
                scored.score().sentiment(), scored.score().compoundE4(), thread(scored.item()), scored.item().author()));
    }

    private static String thread(Item item) {
        return item instanceof Comment comment ? comment.postId() : item.id();
    }

    private Rollups rollups(Predicate<Map.Entry<Rollup.Key, MemoryData.Versioned>> which) {
        MemoryData data = store.data();
        Instant first = data.hours.keySet().stream().map(Rollup.Key::hour).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        return new Rollups(list(data.hours, which), list(data.days, which), first, data.version);
    }

    static List<Rollup> list(Map<Rollup.Key, MemoryData.Versioned> rollups, Predicate<Map.Entry<Rollup.Key, MemoryData.Versioned>> which) {
        return rollups.entrySet().stream().filter(which).map(rollup -> new Rollup(rollup.getKey(), rollup.getValue().tally())).toList();
    }
}
