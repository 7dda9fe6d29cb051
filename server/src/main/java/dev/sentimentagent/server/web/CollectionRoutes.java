package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.SubredditReport;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.CycleStore;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /collections}, {@code /gaps} and {@code /subreddits}: what was collected, and what could not be. */
final class CollectionRoutes implements Route.Group {
    private final CycleStore cycles;
    private final Subreddits subreddits;
    private final Answers answers;
    private final InstantSource clock;

    CollectionRoutes(CycleStore cycles, Subreddits subreddits, Answers answers, InstantSource clock) {
        this.cycles = cycles;
        this.subreddits = subreddits;
        this.answers = answers;
        this.clock = clock;
    }

    record SubredditsBody(List<String> subreddits, int count) {}

    record IncidentBody(String reason, String detail, long count) {
        static IncidentBody of(Incident incident) {
            return new IncidentBody(incident.reason().label(), incident.detail(), incident.count());
        }
    }

    record ReportBody(String subreddit, Counts counts, List<IncidentBody> errors) {
        static ReportBody of(SubredditReport report) {
            return new ReportBody(report.subreddit(), report.counts(), report.incidents().stream().map(IncidentBody::of).toList());
        }
    }

    record CycleBody(
            String id,
            Instant startedAt,
            @Nullable Instant endedAt,
            String status,
            Counts counts,
            List<ReportBody> subreddits,
            long requests,
            double limiterWaitSeconds,
            double rssStartMb,
            double rssEndMb) {
        static CycleBody of(Cycle cycle) {
            return new CycleBody(
                    cycle.id(),
                    cycle.startedAt(),
                    cycle.endedAt(),
                    cycle.status().label(),
                    cycle.counts(),
                    cycle.subreddits().stream().map(ReportBody::of).toList(),
                    cycle.requests(),
                    cycle.limiterWait().toMillis() / 1000.0,
                    megabytes(cycle.rssStartBytes()),
                    megabytes(cycle.rssEndBytes()));
        }

        private static double megabytes(long bytes) {
            return Math.round(bytes * 10.0 / (1 << 20)) / 10.0;
        }
    }

    record CollectionsBody(List<CycleBody> collections, int count) {}

    record GapBody(String subreddit, String listing, Instant from, Instant to, String reason, String cycleId, Instant recordedAt) {
        static GapBody of(Gap gap) {
            return new GapBody(gap.subreddit(), gap.listing().path(), gap.from(), gap.to(), gap.reason().label(), gap.cycleId(),
                    gap.recordedAt());
        }
    }

    record GapsBody(List<GapBody> gaps, int count) {}

    private static final Parameter<Integer> LIMIT = Parameters.limit(20, 1000);
    private static final Parameter<Integer> HOURS = Parameters.hours(168);
    private static final String GROUP = "Collection";
    private static final Endpoint SUBREDDITS = Endpoint.get("/api/v1/subreddits", GROUP, "Names of the subreddits that there is data of")
            .answering(SubredditsBody.class);
    private static final Endpoint COLLECTIONS = Endpoint
            .get("/api/v1/collections", GROUP, "The last cycles of the collection, newest first")
            .taking(LIMIT)
            .answering(CollectionsBody.class);
    private static final Endpoint GAPS = Endpoint.get("/api/v1/gaps", GROUP, "Spans of time that are known not to have been collected")
            .taking(HOURS)
            .answering(GapsBody.class);

    @Override
    public List<Route> routes() {
        return List.of(answers.stored(SUBREDDITS, _ -> names()), answers.stored(COLLECTIONS, this::collections),
                answers.untilNow(GAPS, this::gaps));
    }

    private Reply names() {
        List<String> names = subreddits.names();
        return Reply.of(new SubredditsBody(names, names.size()));
    }

    private Reply collections(Query query) {
        List<CycleBody> bodies = cycles.recent(query.get(LIMIT)).stream().map(CycleBody::of).toList();
        return Reply.of(new CollectionsBody(bodies, bodies.size()));
    }

    private Reply gaps(Query query) {
        Window window = Window.ending(clock.instant(), Duration.ofHours(query.get(HOURS)));
        List<GapBody> bodies = cycles.gaps(window).stream().map(GapBody::of).toList();
        return Reply.of(new GapsBody(bodies, bodies.size()));
    }
}
