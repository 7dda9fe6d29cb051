package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which methods have scored what is counted, and what is set aside: what bots wrote, which counts nowhere, and what is in a language that its
 * scorer does not know, which counts as neutral. By whole hours, of all that a window touches, whatever subreddit unless one is named. Of what
 * had expired before these were counted (schema 5) nothing is known. Thread-safe.
 */
public final class Scoring {
    /** Windows up to this long are looked at hour by hour. */
    private static final Duration BY_HOUR = Duration.ofHours(49);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /** So much of two windows must have been scored alike if their scores are to be compared. */
    private static final double COMPARABLE = 0.9;

    private final TallyCubes cubes;
    private final Consumer<Window> ready;

    /** @param ready sees to it that the hours of a window are in memory */
    Scoring(TallyCubes cubes, Consumer<Window> ready) {
        this.cubes = cubes;
        this.ready = ready;
    }

    /** The methods that have scored the items of the window, that with the most items first. */
    public List<MethodUse> methods(Window window) {
        ready.accept(window);
        return uses(window);
    }

    /** Whether the scores of two windows were made by the same methods in nearly the same parts; also where nothing is known of one of them. */
    public boolean comparable(Window one, Window other) {
        List<MethodUse> first = methods(one);
        List<MethodUse> second = methods(other);
        double all = first.stream().mapToLong(MethodUse::items).sum();
        double otherAll = second.stream().mapToLong(MethodUse::items).sum();
        double alike = 0;
        for (MethodUse use : first) {
            for (MethodUse match : second) {
                alike += match.scorer().equals(use.scorer()) ? Math.min(use.items() / all, match.items() / otherAll) : 0;
            }
        }
        return all == 0 || otherAll == 0 || alike >= COMPARABLE;
    }

    /** Where most items of one step (of an hour in windows of two days, else of a day) are of another method than those of the one before. */
    public List<MethodChange> changes(Window window) {
        ready.accept(window);
        if (uses(window).size() < 2) {
            return List.of();
        }
        boolean hourly = window.length().compareTo(BY_HOUR) <= 0;
        Duration length = hourly ? HOUR : DAY;
        List<MethodChange> changes = new ArrayList<>();
        String before = "";
        Instant lastStart = window.start();
        for (Instant start = window.start().truncatedTo(hourly ? ChronoUnit.HOURS : ChronoUnit.DAYS); start
                .isBefore(window.end()); start = start.plus(length)) {
            Optional<String> most = most(new Window(start, start.plus(length)));
            if (most.isEmpty()) {
                continue;
            }
            if (!before.isEmpty() && !before.equals(most.get())) {
                Instant at = hourly ? start : firstHour(lastStart, start.plus(length), most.get(), start);
                changes.add(new MethodChange(at, before, most.get()));
            }
            before = most.get();
            lastStart = start;
        }
        return changes;
    }

    /** @param subreddit in any case; null for all */
    public long bots(@Nullable String subreddit, Window window) {
        return count(Dimension.BOT, subreddit, window);
    }

    /** @param subreddit in any case; null for all */
    public long foreign(@Nullable String subreddit, Window window) {
        return count(Dimension.FOREIGN, subreddit, window);
    }

    private long count(Dimension dimension, @Nullable String subreddit, Window window) {
        ready.accept(window);
        Window hours = hours(window);
        Tally tally = cubes.sum(dimension, subreddit, hours.start(), hours.end());
        return tally.total();
    }

    private Instant firstHour(Instant from, Instant to, String scorer, Instant otherwise) {
        for (Instant hour = from.truncatedTo(ChronoUnit.HOURS); hour.isBefore(to); hour = hour.plus(HOUR)) {
            if (most(new Window(hour, hour.plus(HOUR))).filter(scorer::equals).isPresent()) {
                return hour;
            }
        }
        return otherwise;
    }

    private Optional<String> most(Window window) {
        return uses(window).stream().findFirst().map(MethodUse::scorer);
    }

    private List<MethodUse> uses(Window window) {
        Window hours = hours(window);
        Map<String, Long> totals = cubes.totals(Dimension.METHOD, hours.start(), hours.end());
        return totals.entrySet()
                .stream()
                .map(total -> MethodUse.of(total.getKey(), total.getValue()))
                .sorted(Comparator.comparingLong(MethodUse::items).reversed().thenComparing(MethodUse::scorer))
                .toList();
    }

    private static Window hours(Window window) {
        Instant end = window.end().truncatedTo(ChronoUnit.HOURS);
        return new Window(window.start().truncatedTo(ChronoUnit.HOURS), end.equals(window.end()) ? end : end.plus(HOUR));
    }
}
