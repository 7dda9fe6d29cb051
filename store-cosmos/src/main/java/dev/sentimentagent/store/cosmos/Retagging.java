package dev.sentimentagent.store.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.catalogue.Applied;
import dev.sentimentagent.model.catalogue.Retag;
import dev.sentimentagent.model.store.sighting.ItemState;
import dev.sentimentagent.model.store.sighting.RollupDeltas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Gives stored items other tools. What they had is written beside them in the same transaction, so that a change can be taken back, also one that
 * broke off. Not thread-safe.
 */
final class Retagging {
    /** Which tools an item had before a change and after it. */
    private record Retagged(JsonNode document, Mentions before, Mentions after) {}

    private final Writing writing;
    private final Map<String, Long> mentions = new HashMap<>();
    /** Of the catalogue. */
    private long version;
    private int step;
    private long updated;
    private long replacements;

    Retagging(Writing writing) {
        this.writing = writing;
    }

    /** @param to the version of the catalogue that this makes */
    Retagging(Writing writing, long to) {
        this.writing = writing;
        version = to;
    }

    void run(Retag retag) {
        retag.of().forEach(tool -> mentions.putIfAbsent(tool, 0L));
        Map<String, List<Retagged>> changes = new LinkedHashMap<>();
        // Each item once, however many of the tools it speaks of.
        Set<String> seen = new HashSet<>();
        for (String tool : retag.of()) {
            for (JsonNode json : writing.items().query(Sought.of("*", Kinds.ITEM).where("ARRAY_CONTAINS(c.tools, ?)", tool))) {
                Mentions before = ItemDocument.mentions(json);
                Mentions after = retag.apply(before);
                if (seen.add(json.get("id").asText()) && !after.equals(before)) {
                    changes.computeIfAbsent(json.get("pk").asText(), _ -> new ArrayList<>()).add(new Retagged(json, before, after));
                    before.toolIds().stream().filter(retag.of()::contains).forEach(of -> mentions.merge(of, 1L, Long::sum));
                }
            }
        }
        change(changes);
    }

    /** Takes an earlier change back, of those items that have the tools that it gave them. */
    void takeBack(long earlier) {
        Map<Integer, List<JsonNode>> steps = new TreeMap<>(Comparator.reverseOrder());
        for (JsonNode note : notes(earlier)) {
            steps.computeIfAbsent(note.get("step").asInt(), _ -> new ArrayList<>()).add(note);
        }
        steps.values().forEach(this::takeBack);
    }

    @SuppressWarnings("ArgumentSelectionDefectChecker") // the other way round is what it is for
    private void takeBack(List<JsonNode> notes) {
        Map<String, List<Retagged>> changes = new LinkedHashMap<>();
        for (JsonNode note : notes) {
            String partition = note.get("pk").asText();
            for (JsonNode change : note.get("changes")) {
                Mentions before = ItemDocument.mentions(change.get("before"));
                Mentions after = ItemDocument.mentions(change.get("after"));
                writing.items().read(partition, change.get("id").asText()).filter(json -> ItemDocument.mentions(json).equals(after))
                        .ifPresent(
                                json -> changes.computeIfAbsent(partition, _ -> new ArrayList<>()).add(new Retagged(json, after, before)));
            }
        }
        change(changes);
    }

    /** Undoes a change that was never finished, and forgets it. */
    void rollBack(long unfinished) {
        version = 0;
        takeBack(unfinished);
        forget(unfinished);
        forget(0);
    }

    /** Lets go of what was noted of a version. */
    void forget(long earlier) {
        notes(earlier).forEach(note -> writing.items().delete(note.get("pk").asText(), note.get("id").asText()));
    }

    private List<JsonNode> notes(long of) {
        return writing.items().query(Sought.of("*", Kinds.RETAGGED).where("c.version = ?", of));
    }

    Applied done() {
        return new Applied(version, writing.head().version, updated, replacements, mentions);
    }

    private void change(Map<String, List<Retagged>> changes) {
        step++;
        writing.touch(changes.keySet());
        for (List<Retagged> ofDay : changes.values()) {
            for (int from = 0; from < ofDay.size();) {
                int to = from;
                int bytes = 0;
                while (to < ofDay.size() && to - from < Writing.MOST_OPERATIONS - 1 && (to == from || bytes < Writing.MOST_BYTES / 2)) {
                    bytes += ofDay.get(to).document().toString().length();
                    to++;
                }
                write(ofDay.subList(from, to));
                from = to;
            }
        }
    }

    private void write(List<Retagged> part) {
        RollupDeltas deltas = new RollupDeltas();
        List<ObjectNode> documents = new ArrayList<>();
        ObjectNode note = Json.object().put("id", "retagged-" + UUID.randomUUID()).put("t", Kinds.RETAGGED).put("version", version)
                .put("step", step);
        ArrayNode changes = note.putArray("changes");
        for (Retagged change : part) {
            ItemState state = ItemDocument.state(change.document());
            ScoredItem before = state.scored();
            ScoredItem after = new ScoredItem(before.item(), before.score(), change.after(), before.bot(), false);
            deltas.remove(before);
            deltas.add(after);
            documents.add(ItemDocument.of(new ItemState(after, state.changedAt())));
            ObjectNode noted = changes.addObject().put("id", change.document().get("id").asText());
            ItemDocument.put(noted.putObject("before"), change.before());
            ItemDocument.put(noted.putObject("after"), change.after());
            updated++;
            replacements += change.before().toolIds().stream().filter(tool -> !change.after().toolIds().contains(tool)).count();
        }
        Item item = ItemDocument.scored(part.getFirst().document()).item();
        documents.add(note.put("pk", Keys.partition(item)));
        Day day = writing.days().of(item.subreddit(), Keys.date(item.createdUtc()));
        writing.head().rollups += writing.days().added(deltas.list(), of -> of.hours);
        day.add(deltas.list(), writing.head().version);
        writing.commit(day, documents, List.of());
    }
}
