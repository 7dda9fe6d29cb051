package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.statistics.Bucket;
import dev.sentimentagent.server.statistics.Granularity;
import dev.sentimentagent.server.statistics.Scoring;
import dev.sentimentagent.server.statistics.Statistics;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /sentiment/stats} and {@code /sentiment/trends}. */
final class StatisticsRoutes implements Route.Group {
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

    /**
     * What is beside the figures.
     *
     * @param bots texts that bots wrote: they are in no figure
     * @param notEnglish texts in another language than English: they count as neutral
     */
    record Beside(List<AnalysisMethodBody> methods, long bots, long notEnglish) {}

    record StatsBody(
            String subreddit,
            int timeWindowHours,
            StatisticsBody statistics,
            Instant timestamp,
            List<AnalysisMethodBody> analysisMethods,
            long bots,
            long notEnglish) {}

    record TrendsBody(
            String subreddit,
            int timeWindowHours,
            String granularity,
            StatisticsBody statistics,
            List<TrendBodies.BucketBody> trendData,
            Instant timestamp,
            List<AnalysisMethodBody> analysisMethods,
            long bots,
            long notEnglish) {}

    private static final Parameter<Integer> STATS_HOURS = Parameters.hours(24);
    private static final Parameter<Integer> TRENDS_HOURS = Parameter.integer("hours", 1, MAX_HOURS_BY_DAY,
            "How many hours the trend reaches back from now; 2160 at most, but with days or weeks as steps five years")
            .orElse(MAX_HOURS_BY_HOUR, MAX_HOURS_BY_HOUR);
    private static final Parameter<Optional<Granularity>> GRANULARITY = Parameter
            .oneOf("granularity", List.of(Granularity.values()), Granularity::label,
                    "The steps; hours up to 168 hours, else days, if it is not given")
            .optional();

    private static final String PATH = "/api/v1/sentiment";
    private static final Endpoint STATS = Endpoint
            .get(PATH + "/stats", "Sentiment", "Counts of posts and comments by sentiment, and their mean score")
            .taking(Parameters.SUBREDDIT, STATS_HOURS)
            .answering(StatsBody.class);
    private static final Endpoint TRENDS = Endpoint.get(PATH + "/trends", "Sentiment", "The same over time, every step of the window")
            .taking(Parameters.SUBREDDIT, TRENDS_HOURS, GRANULARITY)
            .answering(TrendsBody.class);

    @Override
    public List<Route> routes() {
        return List.of(answers.untilNow(STATS, this::stats), answers.untilNow(TRENDS, this::trends));
    }

    private Reply stats(Query query) {
        String subreddit = query.subreddit();
        int hours = query.get(STATS_HOURS);
        Instant now = clock.instant();
        Window window = Window.ending(now, Duration.ofHours(hours));
        StatisticsBody body = StatisticsBody.of(statistics.tally(Dimension.SUBREDDIT, subreddit, window));
        Beside beside = beside(subreddit, window);
        return Reply.of(
                new StatsBody(subreddit == null ? "all" : subreddit, hours, body, now, beside.methods, beside.bots, beside.notEnglish),
                Json.write(List.of(body, beside)));
    }

    private Beside beside(@Nullable String subreddit, Window window) {
        Scoring scoring = statistics.scoring();
        return new Beside(AnalysisMethodBody.of(scoring, window), scoring.bots(subreddit, window), scoring.foreign(subreddit, window));
    }

    private Reply trends(Query query) {
        String subreddit = query.subreddit();
        int hours = query.get(TRENDS_HOURS);
        Optional<Granularity> asked = query.get(GRANULARITY);
        if (hours > Parameters.MAX_HOURS && asked.filter(steps -> steps != Granularity.HOUR).isEmpty()) {
            throw ApiException.invalid("hours must be a whole number from 1 to " + Parameters.MAX_HOURS + " with this granularity");
        }
        Granularity granularity = asked.orElse(hours <= MAX_HOURS_BY_HOUR ? Granularity.HOUR : Granularity.DAY);
        Instant now = clock.instant();
        Window window = Window.ending(now, Duration.ofHours(hours));
        if (hours > Parameters.MAX_HOURS) {
            // What retention has deleted is known by whole days.
            window = new Window(window.start().truncatedTo(ChronoUnit.DAYS), now);
        }
        List<Bucket> trend = statistics.trend(Dimension.SUBREDDIT, subreddit, window, granularity);
        StatisticsBody whole = StatisticsBody.of(trend.stream().map(Bucket::tally).reduce(Tally.ZERO, Tally::plus));
        Beside beside = beside(subreddit, window);
        return Reply.of(
                new TrendsBody(subreddit == null ? "all" : subreddit, hours, granularity.label(), whole, TrendBodies.of(trend), now,
                        beside.methods, beside.bots, beside.notEnglish),
                TrendBodies.content(trend, Json.write(beside)));
    }

    /** Six decimals: more than any chart shows, fewer than a float's noise. */
    static double average(Tally tally) {
        return Math.round(tally.averageCompound() * 1e6) / 1e6;
    }
}
