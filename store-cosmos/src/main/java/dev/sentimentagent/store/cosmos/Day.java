package dev.sentimentagent.store.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.store.sighting.ItemCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the items of a subreddit's day add to the rollups: those of its hours, and what has expired of it. One document beside these items, so that
 * they are written together. What a tool has in an hour is the sum over the subreddits. Not thread-safe.
 */
final class Day {
    static final String ID = "day";

    /** @param version of the data when it last changed */
    record Cell(Tally tally, long version) {}

    /** As it was first spelled; its name in lower case as long as nothing is known of it. */
    String subreddit;
    final LocalDate date;
    final Map<Rollup.Key, Cell> hours = new HashMap<>();
    final Map<Rollup.Key, Cell> archived = new HashMap<>();
    /** How many items there are, by kind and sort. */
    final long[] counts = new long[Head.COUNTS];
    /** Of the document; null if there is none yet. */
    @Nullable
    String etag;

    Day(String subreddit, LocalDate date) {
        this.subreddit = subreddit;
        this.date = date;
    }

    String partition() {
        return SubredditName.key(subreddit) + "|" + date;
    }

    void add(List<Rollup> deltas, long version) {
        deltas.forEach(delta -> add(hours, delta, version));
    }

    void archive(List<Rollup> deltas, long version) {
        deltas.forEach(delta -> add(archived, delta, version));
    }

    private static void add(Map<Rollup.Key, Cell> cells, Rollup delta, long version) {
        cells.merge(delta.key(), new Cell(delta.tally(), version), (before, more) -> new Cell(before.tally().plus(more.tally()), version));
    }

    void add(ItemCounts more) {
        more.each((kind, sort, items) -> counts[Head.index(kind, sort)] += items);
    }

    boolean isEmpty() {
        return hours.isEmpty() && archived.isEmpty() && Arrays.stream(counts).sum() == 0;
    }

    Optional<Instant> first() {
        return hours.keySet().stream().map(Rollup.Key::hour).min(Comparator.naturalOrder());
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("id", ID).put("pk", partition()).put("t", Kinds.DAY).put("subreddit", subreddit).put("day", date.toString());
        json.set("hours", cells(hours));
        json.set("archived", cells(archived));
        long version = Stream.of(hours, archived).flatMap(cells -> cells.values().stream()).mapToLong(Cell::version).max().orElse(0);
        json.put("v", version);
        first().ifPresent(first -> json.put("first", first.getEpochSecond()));
        ArrayNode numbers = json.putArray("counts");
        for (long count : counts) {
            numbers.add(count);
        }
        return json;
    }

    private static ArrayNode cells(Map<Rollup.Key, Cell> cells) {
        ArrayNode list = Json.array();
        cells.forEach((key, cell) -> {
            Tally tally = cell.tally();
            list.addArray().add(key.dimension().name()).add(key.dimension().bySubreddit() ? null : key.name()).add(key.kind().prefix())
                    .add(key.hour().atZone(ZoneOffset.UTC).getHour()).add(tally.positive()).add(tally.negative()).add(tally.neutral())
                    .add(tally.compoundSumE4()).add(tally.squareSumE8()).add(cell.version());
        });
        return list;
    }

    static Day of(JsonNode json) {
        Day day = new Day(json.get("subreddit").asText(), LocalDate.parse(json.get("day").asText()));
        json.get("hours").forEach(cell -> day.read(cell, day.hours));
        json.get("archived").forEach(cell -> day.read(cell, day.archived));
        for (int i = 0; i < day.counts.length; i++) {
            day.counts[i] = json.get("counts").path(i).asLong();
        }
        day.etag = json.get("_etag").asText();
        return day;
    }

    private void read(JsonNode cell, Map<Rollup.Key, Cell> cells) {
        Dimension dimension = Dimension.valueOf(cell.get(0).asText());
        Instant hour = date.atTime(cell.get(3).asInt(), 0).toInstant(ZoneOffset.UTC);
        Rollup.Key key = new Rollup.Key(dimension, dimension.bySubreddit() ? subreddit : cell.get(1).asText(),
                ItemKind.ofFullname(cell.get(2).asText()), hour);
        Tally tally = new Tally(cell.get(4).asLong(), cell.get(5).asLong(), cell.get(6).asLong(), cell.get(7).asLong(),
                cell.get(8).asLong());
        cells.put(key, new Cell(tally, cell.get(9).asLong()));
    }
}
