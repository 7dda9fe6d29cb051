package dev.sentimentagent.store.memory;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.catalogue.Applied;
import dev.sentimentagent.model.catalogue.Retag;
import dev.sentimentagent.model.store.sighting.ItemState;
import dev.sentimentagent.model.store.sighting.RollupDeltas;
import dev.sentimentagent.store.memory.MemoryCatalogue.Retagged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives stored items other tools. Guarded by the monitor of {@link MemoryData}. */
final class Retagging {
    private final MemoryData data;
    private final long version;
    private final RollupDeltas deltas = new RollupDeltas();
    private final Map<String, Long> mentions = new HashMap<>();
    private long updated;
    private long replacements;

    Retagging(MemoryData data, long version) {
        this.data = data;
        this.version = version;
    }

    void run(Retag retag) {
        retag.of().forEach(tool -> mentions.putIfAbsent(tool, 0L));
        List<Retagged> changes = new ArrayList<>();
        for (ScoredItem scored : data.all().toList()) {
            Mentions after = retag.apply(scored.mentions());
            if (retag.concerns(scored.toolIds()) && !after.equals(scored.mentions())) {
                changes.add(new Retagged(scored.item().fullname(), scored.mentions(), after));
                scored.toolIds().stream().filter(retag.of()::contains).forEach(tool -> mentions.merge(tool, 1L, Long::sum));
            }
        }
        change(changes);
    }

    void takeBack(long earlier) {
        List<List<Retagged>> steps = data.catalogue.retagged.getOrDefault(earlier, List.of());
        data.catalogue.retagged.remove(earlier);
        for (List<Retagged> step : List.copyOf(steps).reversed()) {
            change(step.stream()
                    .filter(item -> has(item.fullname(), item.after()))
                    .map(Retagged::back)
                    .toList());
        }
    }

    private boolean has(String fullname, Mentions mentions) {
        ItemState state = data.items.get(fullname);
        return state != null && state.scored().mentions().equals(mentions);
    }

    Applied done() {
        data.add(data.hours, deltas.list());
        return new Applied(version, data.version, updated, replacements, mentions);
    }

    private void change(List<Retagged> changes) {
        data.catalogue.retagged.computeIfAbsent(version, _ -> new ArrayList<>()).add(changes);
        for (Retagged change : changes) {
            data.items.computeIfPresent(change.fullname(), (_, state) -> {
                ScoredItem before = state.scored();
                ScoredItem after = new ScoredItem(before.item(), before.score(), change.after());
                deltas.remove(before);
                deltas.add(after);
                return new ItemState(after, state.changedAt());
            });
            updated++;
            replacements += change.before().toolIds().stream().filter(tool -> !change.after().toolIds().contains(tool)).count();
        }
    }
}
