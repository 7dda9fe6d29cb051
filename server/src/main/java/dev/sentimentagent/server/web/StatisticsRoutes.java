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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code /sentiment/stats} and {@code /sentiment/trends}. */
final class StatisticsRoutes implements HttpService {
    private static final int MAX_HOURS_BY_HOUR = 168;

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

    record BucketBody(
            Instant start, Instant end, long total, long positive, long negative, long neutral, double avgSentiment, boolean collected) {
        static BucketBody of(Bucket bucket) {
            Tally tally = bucket.tally();
            return new BucketBody(
                    bucket.window().start(),
                    bucket.window().end(),
                    tally.total(),
                    tally.positive(),
                    tally.negative(),
                    tally.neutral(),
                    average(tally),
                    bucket.collected());
        }
    }

    record TrendsBody(
            String subreddit,
            int timeWindowHours,
            String granularity,
            StatisticsBody statistics,
            List<BucketBody> trendData,
            Instant timestamp) {}

    @Override
    public void routing(HttpRules rules) {
        Routes.get(rules, "/stats", answers.json(this::stats));
        Routes.get(rules, "/trends", answers.json(this::trends));
    }

    private Reply stats(Query query) {
        String subreddit = query.subreddit();
        int hours = query.hours(24);
        Instant now = clock.instant();
        StatisticsBody body = StatisticsBody
                .of(statistics.tally(Dimension.SUBREDDIT, subreddit, Window.ending(now, Duration.ofHours(hours))));
        return Reply.of(new StatsBody(subreddit == null ? "all" : subreddit, hours, body, now), body);
    }

    private Reply trends(Query query) {
        String subreddit = query.subreddit();
        int hours = query.hours(MAX_HOURS_BY_HOUR);
        Granularity granularity = granularity(query.text("granularity"), hours);
        Instant now = clock.instant();
        Window window = Window.ending(now, Duration.ofHours(hours));
        List<BucketBody> trend = statistics.trend(Dimension.SUBREDDIT, subreddit, window, granularity).stream().map(BucketBody::of)
                .toList();
        StatisticsBody whole = StatisticsBody.of(statistics.tally(Dimension.SUBREDDIT, subreddit, window));
        return Reply.of(new TrendsBody(subreddit == null ? "all" : subreddit, hours, granularity.label(), whole, trend, now),
                content(trend));
    }

    /** All but where the window itself begins and ends, which moves with every millisecond. */
    private static Object content(List<BucketBody> trend) {
        return List.of(
                trend.getLast().start(),
                trend.stream()
                        .map(bucket -> List.of(bucket.positive(), bucket.negative(), bucket.neutral(), bucket.avgSentiment(),
                                bucket.collected()))
                        .toList());
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
