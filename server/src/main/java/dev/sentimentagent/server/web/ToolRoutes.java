package dev.sentimentagent.server.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.server.catalogue.ToolDocument;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.statistics.Bucket;
import dev.sentimentagent.server.statistics.Granularity;
import dev.sentimentagent.server.statistics.Statistics;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.Parameter;
import io.helidon.http.Status;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code /tools/…}: the tools that are listened for, and how each is spoken of. */
final class ToolRoutes implements Route.Group {
    private static final int MAX_COMPARED = 50;
    private static final Parameter<List<String>> TOOL_IDS = Parameter.list("tool_ids", MAX_COMPARED,
            "Ids of the tools, separated by commas");
    private static final Parameter<Steps> GRANULARITY = Parameter
            .oneOf("granularity", List.of(Steps.values()), Steps::label, "Length of the buckets; a week begins on Monday")
            .orElse(Steps.DAILY, Steps.DAILY.label());

    private static final String GROUP = "Tools";
    private static final String UNKNOWN = "No such tool";
    private static final String NO_WINDOW = "The dates make no window of at most 90 days";
    private static final Endpoint TOOLS = Endpoint.get("/api/v1/tools", GROUP, "The tools that are listened for")
            .answering(ToolsBody.class);
    private static final Endpoint SENTIMENT = Endpoint.get("/api/v1/tools/{tool_id}/sentiment", GROUP, "How a tool is spoken of")
            .taking(Parameters.TOOL_ID, Period.HOURS, Period.START_DATE, Period.END_DATE)
            .answering(ToolSentimentBody.class)
            .failing(400, NO_WINDOW)
            .failing(404, UNKNOWN);
    private static final Endpoint COMPARE = Endpoint
            .get("/api/v1/tools/compare", GROUP, "The same of several tools, and the differences of each pair")
            .taking(TOOL_IDS, Period.HOURS, Period.START_DATE, Period.END_DATE)
            .answering(CompareBody.class)
            .failing(400, "No tool is given, or the dates make no window of at most 90 days")
            .failing(404, UNKNOWN);
    private static final Endpoint TIMESERIES = Endpoint
            .get("/api/v1/tools/{tool_id}/timeseries", GROUP, "How a tool was spoken of over time; what has no mention is left out")
            .taking(Parameters.TOOL_ID, Period.START_DATE, Period.END_DATE, GRANULARITY)
            .answering(TimeseriesBody.class)
            .failing(400, NO_WINDOW)
            .failing(404, UNKNOWN);
    private static final Endpoint LAST_UPDATED = Endpoint
            .get("/api/v1/tools/last_updated", GROUP, "When figures last changed, and when a mention was last looked for")
            .answering(LastUpdatedBody.class);

    private final Tools tools;
    private final Statistics statistics;
    private final Store store;
    private final Answers answers;
    private final InstantSource clock;

    ToolRoutes(Tools tools, Statistics statistics, Store store, Answers answers, InstantSource clock) {
        this.tools = tools;
        this.statistics = statistics;
        this.store = store;
        this.answers = answers;
        this.clock = clock;
    }

    /** How long the buckets of a time series are. */
    private enum Steps {
        DAILY, WEEKLY, MONTHLY;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        LocalDate startOfBucket(LocalDate day) {
            return switch (this) {
                case DAILY -> day;
                case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTHLY -> day.withDayOfMonth(1);
            };
        }
    }

    record ToolBody(
            String id,
            String name,
            String vendor,
            String category,
            List<String> aliases,
            String status,
            double detectionThreshold,
            Instant createdAt,
            String slug,
            List<String> categories,
            String description,
            Map<String, String> metadata,
            Instant updatedAt) {
        static ToolBody of(CatalogueTool listed) {
            Tool tool = listed.tool();
            return new ToolBody(tool.id(), tool.name(), tool.vendor(), tool.category(), tool.aliases(), "approved", THRESHOLD,
                    listed.createdAt(), ToolDocument.slug(tool.name()), listed.categories(), listed.description(), listed.metadata(),
                    listed.updatedAt());
        }
    }

    /** A mention is one or it is none: there is no doubt to be bounded. The field stays for those who read it. */
    private static final double THRESHOLD = 0.7;

    record ToolsBody(List<ToolBody> tools) {}

    record TimePeriodBody(Instant start, Instant end) {
        static TimePeriodBody of(Period period) {
            return new TimePeriodBody(period.start(), period.end());
        }
    }

    record ToolSentimentBody(
            String toolId,
            String toolName,
            long totalMentions,
            long positiveCount,
            long negativeCount,
            long neutralCount,
            double positivePercentage,
            double negativePercentage,
            double neutralPercentage,
            double avgSentiment,
            TimePeriodBody timePeriod,
            List<AnalysisMethodBody> analysisMethods) {
        static ToolSentimentBody of(Tool tool, Tally tally, TimePeriodBody period, List<AnalysisMethodBody> methods) {
            return new ToolSentimentBody(tool.id(), tool.name(), tally.total(), tally.positive(), tally.negative(), tally.neutral(),
                    Rounding.percent(tally.positive(), tally), Rounding.percent(tally.negative(), tally),
                    Rounding.percent(tally.neutral(), tally),
                    StatisticsRoutes.average(tally), period, methods);
        }
    }

    record DeltaBody(
            @JsonProperty("tool_a_id") String toolAId,
            @JsonProperty("tool_b_id") String toolBId,
            double positiveDelta, double negativeDelta, double sentimentDelta) {
        static DeltaBody of(ToolSentimentBody a, ToolSentimentBody b) {
            return new DeltaBody(a.toolId, b.toolId, Rounding.round(a.positivePercentage - b.positivePercentage, 2),
                    Rounding.round(a.negativePercentage - b.negativePercentage, 2), Rounding.round(a.avgSentiment - b.avgSentiment, 6));
        }
    }

    record CompareBody(List<ToolSentimentBody> tools, List<DeltaBody> deltas, TimePeriodBody timePeriod) {}

    record PointBody(LocalDate date, long positiveCount, long negativeCount, long neutralCount, double avgSentiment, long totalMentions) {
        static PointBody of(LocalDate date, Tally tally) {
            return new PointBody(date, tally.positive(), tally.negative(), tally.neutral(), StatisticsRoutes.average(tally), tally.total());
        }
    }

    record TimeseriesBody(
            String toolId,
            String toolName,
            TimePeriodBody timePeriod,
            String granularity,
            List<PointBody> dataPoints,
            List<AnalysisMethodBody> analysisMethods) {}

    record LastUpdatedBody(@Nullable Instant lastAggregation, @Nullable Instant lastDetection) {}

    @Override
    public List<Route> routes() {
        return List.of(answers.untilNow(SENTIMENT, this::sentiment), answers.untilNow(COMPARE, this::compare),
                answers.stored(TIMESERIES, this::timeseries), answers.stored(LAST_UPDATED, _ -> lastUpdated()),
                answers.stored(TOOLS, _ -> all()));
    }

    private Reply all() {
        return Reply.of(new ToolsBody(tools.active().stream().map(ToolBody::of).toList()));
    }

    private Reply sentiment(Query query) {
        Tool tool = tools.known(query.get(Parameters.TOOL_ID));
        ToolSentimentBody body = sentiment(tool, Period.ofHoursOrDates(query, clock.instant()));
        return Reply.of(body, Json.write(counts(body)));
    }

    private ToolSentimentBody sentiment(Tool tool, Period period) {
        return ToolSentimentBody.of(tool, statistics.tally(Dimension.TOOL, tool.id(), period.window()), TimePeriodBody.of(period),
                AnalysisMethodBody.of(statistics.scoring(), period.window()));
    }

    private Reply compare(Query query) {
        List<String> ids = query.get(TOOL_IDS);
        if (ids.isEmpty()) {
            throw new ApiException(Status.BAD_REQUEST_400, "tool_ids is missing: at least one tool is needed");
        }
        List<Tool> asked = ids.stream().map(tools::known).distinct().toList();
        Period period = Period.ofHoursOrDates(query, clock.instant());
        List<ToolSentimentBody> bodies = asked.stream().map(tool -> sentiment(tool, period)).toList();
        List<DeltaBody> deltas = new ArrayList<>();
        for (int a = 0; a < bodies.size(); a++) {
            for (int b = a + 1; b < bodies.size(); b++) {
                deltas.add(DeltaBody.of(bodies.get(a), bodies.get(b)));
            }
        }
        return Reply.of(new CompareBody(bodies, deltas, TimePeriodBody.of(period)),
                Json.write(bodies.stream().map(ToolRoutes::counts).toList()));
    }

    /** All of it but the times, which move with every millisecond. */
    private static List<Object> counts(ToolSentimentBody body) {
        return List.of(body.toolId, body.positiveCount, body.negativeCount, body.neutralCount, body.avgSentiment,
                body.analysisMethods);
    }

    private Reply timeseries(Query query) {
        Tool tool = tools.known(query.get(Parameters.TOOL_ID));
        Period period = Period.ofDates(query);
        Steps steps = query.get(GRANULARITY);
        Map<LocalDate, Tally> buckets = new TreeMap<>();
        for (Bucket day : statistics.trend(Dimension.TOOL, tool.id(), period.window(), Granularity.DAY)) {
            if (day.tally().total() > 0) {
                buckets.merge(steps.startOfBucket(LocalDate.ofInstant(day.window().start(), ZoneOffset.UTC)), day.tally(), Tally::plus);
            }
        }
        List<PointBody> points = buckets.entrySet().stream().map(bucket -> PointBody.of(bucket.getKey(), bucket.getValue())).toList();
        return Reply.of(new TimeseriesBody(tool.id(), tool.name(), TimePeriodBody.of(period), steps.label(), points,
                AnalysisMethodBody.of(statistics.scoring(), period.window())));
    }

    private Reply lastUpdated() {
        Instant detected = store.items()
                .recentPosts(null, Instant.EPOCH, 1, null)
                .items()
                .stream()
                .findFirst()
                .map((ScoredItem newest) -> newest.item().collectedAt())
                .orElse(null);
        return Reply.of(new LastUpdatedBody(store.cycles().lastSuccess().orElse(null), detected));
    }
}
