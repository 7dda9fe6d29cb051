package dev.sentimentagent.store.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.PointConsumer;
import dev.sentimentagent.model.store.Rollups;
import dev.sentimentagent.model.store.StatisticsStore;
import dev.sentimentagent.model.store.VoiceConsumer;
import dev.sentimentagent.model.store.sighting.RollupDeltas;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

record CosmosStatisticsStore(Access access) implements StatisticsStore {
    private static final long HOUR = 3600;

    @Override
    public Rollups rollups(Window hours) {
        return access.read("rollups", () -> {
            // What is committed after this is told again by the changes since.
            Head head = access.heads().read().head();
            List<Day> days = days(access.items(), hours);
            return new Rollups(
                    Days.sums(days, day -> day.hours, cell -> hours.contains(cell.getKey().hour())).stream()
                            .filter(CosmosStatisticsStore::counts).toList(),
                    Days.sums(days, day -> day.archived, cell -> hours.contains(cell.getKey().hour())), first(head), head.version);
        });
    }

    /** The days of which a part lies in the window. */
    static List<Day> days(Documents items, Window window) {
        String from = date(window.start());
        String to = date(window.end());
        return items.query(Sought.of("*", Kinds.DAY).where("c.day >= ? AND c.day <= ?", from, to)).stream().map(Day::of).toList();
    }

    /** As texts they are in order from the year 0 to 9999, which is long before and after all items. */
    private static String date(Instant time) {
        Instant within = time.isBefore(Instant.parse("0001-01-01T00:00:00Z"))
                ? Instant.parse("0001-01-01T00:00:00Z")
                : time.isAfter(Instant.parse("9999-12-31T00:00:00Z")) ? Instant.parse("9999-12-31T00:00:00Z") : time;
        return Keys.date(within).toString();
    }

    static boolean counts(Rollup rollup) {
        return !rollup.tally().equals(Tally.ZERO);
    }

    private static Instant first(Head head) {
        return head.first == null ? Instant.MAX : head.first;
    }

    @Override
    public Rollups changedSince(long version) {
        return access.read("changedSince", () -> {
            Head head = access.heads().read().head();
            if (head.version <= version && head.writer == null && head.touched.isEmpty()) {
                return new Rollups(List.of(), List.of(), first(head), head.version);
            }
            Set<String> dates = new TreeSet<>();
            access.items().query(Sought.of("c.day", Kinds.DAY).where("c.v > ?", version))
                    .forEach(json -> dates.add(json.get("day").asText()));
            List<Day> days = Days.select(access.items(), dates);
            return new Rollups(Days.sums(days, day -> day.hours, cell -> cell.getValue().version() > version),
                    Days.sums(days, day -> day.archived, cell -> cell.getValue().version() > version), first(head), head.version);
        });
    }

    @Override
    public List<Rollup> recount(Window hours) {
        return access.read("recount", () -> {
            RollupDeltas all = new RollupDeltas();
            Sought sought = Sought.of("*", Kinds.ITEM)
                    .where("c.created_utc >= ? AND c.created_utc < ?", Times.secondsFrom(hours.start()),
                            Times.secondsFrom(hours.end()) + HOUR);
            access.items().each(sought, Integer.MAX_VALUE, json -> {
                all.add(ItemDocument.scored(json));
                return true;
            });
            return all.list().stream().filter(rollup -> hours.contains(rollup.key().hour())).toList();
        });
    }

    @Override
    public void points(Window created, PointConsumer consumer) {
        access.read("points", () -> {
            Map<Mentions, Mentions> same = new HashMap<>();
            access.items().each(counted(ItemDocument.POINT, created), Integer.MAX_VALUE, json -> {
                consumer.accept(json.get("created_utc").asLong(), json.get("subreddit").asText(), mentions(json, same),
                        ItemDocument.sentiment(json), ItemDocument.compoundE4(json));
                return true;
            });
            return same.size();
        });
    }

    @Override
    public void voices(Window created, VoiceConsumer consumer) {
        access.read("voices", () -> {
            Map<Mentions, Mentions> same = new HashMap<>();
            access.items().each(counted(ItemDocument.POINT + ", c.thread, c.author", created), Integer.MAX_VALUE, json -> {
                consumer.accept(json.get("created_utc").asLong(), json.get("subreddit").asText(), mentions(json, same),
                        ItemDocument.sentiment(json), ItemDocument.compoundE4(json), json.get("thread").asText(),
                        ItemDocument.author(json));
                return true;
            });
            return same.size();
        });
    }

    private static Sought counted(String select, Window created) {
        return Selected.created(Sought.of(select, Kinds.ITEM).where("c.deleted = false AND c.bot = false"), created);
    }

    private static Mentions mentions(JsonNode json, Map<Mentions, Mentions> same) {
        return same.computeIfAbsent(ItemDocument.mentions(json), mentions -> mentions);
    }

    static Instant hour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }
}
