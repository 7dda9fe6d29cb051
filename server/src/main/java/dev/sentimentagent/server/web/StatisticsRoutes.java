package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.statistics.Bucket;
import dev.sentimentagent.server.statistics.Granularity;
import dev.sentimentagent.server.statistics.Statistics;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code /sentiment/stats} and {@code /sentiment/trends}. */
final class StatisticsRoutes implements HttpService {
    private static final int MAX_HOURS_BY_HOUR = 168;
    /** Five years. */
    private static final int MAX_HOURS_BY_DAY = (5 * 365 + 1) * 24;

    private final Statistics statistics;
    private final Answers answers;
    private final InstantSource clock;

    StatisticsRoutes(Statistics statistics, Answers answers, InstantSource clock) {
        this.statistics = statistics;
        this.answers = answers;
        this.clock = clock;
    }

    record StatisticsBody(long total, long positive, long negative, long neutral, double avgSentiment) {
        static StatisticsBody of(Tally tally) {
            return new StatisticsBody(tally.total(), tally.positive(), tally.negative(), tally.neutral(), average(tally));
        }
    }

    record StatsBody(String subreddit, int timeWindowHours, StatisticsBody statistics, Instant timestamp) {}

    record TrendsBody(
            String subreddit,
            int timeWindowHours,
            String granularity,
            StatisticsBody statistics,
            List<TrendBodies.BucketBody> trendData,
            Instant timestamp) {}

    @Override
    public void routing(HttpRules rules) {
        Routes.get(rules, "/stats", answers.untilNow(this::stats, "subreddit", "hours"));
        Routes.get(rules, "/trends", answers.untilNow(this::trends, "subreddit", "hours", "granularity"));
    }

    private Reply stats(Query query) {
        String subreddit = query.subreddit();
        int hours = query.hours(24);
        Instant now = clock.instant();
        StatisticsBody body = StatisticsBody
                .of(statistics.tally(Dimension.SUBREDDIT, subreddit, Window.ending(now, Duration.ofHours(hours))));
        return Reply.of(new StatsBody(subreddit == null ? "all" : subreddit, hours, body, now), Json.write(body));
    }

    private Reply trends(Query query) {
        String subreddit = query.subreddit();
        Optional<String> asked = query.text("granularity");
        boolean coarse = asked.isPresent() && !asked.get().equals(Granularity.HOUR.label());
        int hours = query.integer("hours", MAX_HOURS_BY_HOUR, 1, coarse ? MAX_HOURS_BY_DAY : Query.MAX_HOURS);
        Granularity granularity = granularity(asked, hours);
        Instant now = clock.instant();
        Window window = Window.ending(now, Duration.ofHours(hours));
        if (hours > Query.MAX_HOURS) {
            // What retention has deleted is known by whole days.
            window = new Window(window.start().truncatedTo(ChronoUnit.DAYS), now);
        }
        List<Bucket> trend = statistics.trend(Dimension.SUBREDDIT, subreddit, window, granularity);
        StatisticsBody whole = StatisticsBody.of(trend.stream().map(Bucket::tally).reduce(Tally.ZERO, Tally::plus));
        return Reply.of(
                new TrendsBody(subreddit == null ? "all" : subreddit, hours, granularity.label(), whole, TrendBodies.of(trend), now),
                TrendBodies.content(trend));
    }

    private static Granularity granularity(Optional<String> name, int hours) {
        if (name.isEmpty()) {
            return hours <= MAX_HOURS_BY_HOUR ? Granularity.HOUR : Granularity.DAY;
        }
        return Arrays.stream(Granularity.values())
                .filter(granularity -> granularity.label().equals(name.get()))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid("granularity must be hour, day or week"));
    }

    /** Six decimals: more than any chart shows, fewer than a float's noise. */
    static double average(Tally tally) {
        return Math.round(tally.averageCompound() * 1e6) / 1e6;
    }
}
