package dev.sentimentagent.store.cosmos;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The days that the writer has read, of all subreddits: as long as nobody else has written they need not be read again. Guarded by the writer.
 */
final class Days {
    /** Two days of collection, a few of what is refreshed, and some that an import is at: a few MB at most. */
    private static final int KEPT = 12;

    private final Documents items;
    /** By date, the days of the subreddits by partition. */
    private final Map<LocalDate, Map<String, Day>> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Map<String, Day>> eldest) {
            return size() > KEPT;
        }
    };

    Days(Documents items) {
        this.items = items;
    }

    void forget() {
        read.clear();
    }

    /** Of all subreddits, by partition. */
    Map<String, Day> of(LocalDate date) {
        Map<String, Day> days = read.get(date);
        if (days == null) {
            days = new HashMap<>();
            for (Day day : select(items, List.of(date.toString()))) {
                days.put(day.partition(), day);
            }
            read.put(date, days);
        }
        return days;
    }

    /** The day of a subreddit; a new one if there is none. */
    Day of(String subreddit, LocalDate date) {
        Day fresh = new Day(subreddit, date);
        Day day = of(date).computeIfAbsent(fresh.partition(), _ -> fresh);
        if (day.isEmpty()) {
            day.subreddit = subreddit;
        }
        return day;
    }

    /** All that are stored of these dates. */
    static List<Day> select(Documents items, Collection<String> dates) {
        return dates.isEmpty() ? List.of() : items.query(Sought.of("*", Kinds.DAY).in("c.day", dates)).stream().map(Day::of).toList();
    }

    /** A rollup as it is now, over all subreddits. */
    Rollup hour(Rollup.Key key) {
        return sum(key, day -> day.hours);
    }

    Rollup archived(Rollup.Key key) {
        return sum(key, day -> day.archived);
    }

    private Rollup sum(Rollup.Key key, Function<Day, Map<Rollup.Key, Day.Cell>> cells) {
        Tally sum = Tally.ZERO;
        for (Day day : of(Keys.date(key.hour())).values()) {
            Day.Cell cell = cells.apply(day).get(key);
            sum = cell == null ? sum : sum.plus(cell.tally());
        }
        return new Rollup(key, sum);
    }

    /** How many of the deltas are of rollups that no subreddit has. */
    long added(List<Rollup> deltas, Function<Day, Map<Rollup.Key, Day.Cell>> cells) {
        long added = 0;
        for (Rollup delta : deltas) {
            Collection<Day> days = of(Keys.date(delta.key().hour())).values();
            added += days.stream().noneMatch(day -> cells.apply(day).containsKey(delta.key())) ? 1 : 0;
        }
        return added;
    }

    /** The sums over subreddits of those cells that are chosen, in one or another of them. */
    static List<Rollup> sums(List<Day> days, Function<Day, Map<Rollup.Key, Day.Cell>> cells,
            Predicate<Map.Entry<Rollup.Key, Day.Cell>> chosen) {
        Map<Rollup.Key, Tally> sums = new HashMap<>();
        for (Day day : days) {
            cells.apply(day).entrySet().stream().filter(chosen).forEach(cell -> sums.put(cell.getKey(), Tally.ZERO));
        }
        for (Day day : days) {
            cells.apply(day).forEach((key, cell) -> sums.computeIfPresent(key, (_, sum) -> sum.plus(cell.tally())));
        }
        List<Rollup> rollups = new ArrayList<>();
        sums.forEach((key, tally) -> rollups.add(new Rollup(key, tally)));
        return rollups;
    }
}
