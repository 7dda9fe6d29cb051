package dev.sentimentagent.server.web;

import dev.sentimentagent.model.job.JobScope;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.JobStore;
import dev.sentimentagent.server.reanalysis.ReanalysisJobs;
import dev.sentimentagent.server.web.JobBodies.AllJobsBody;
import dev.sentimentagent.server.web.JobBodies.AskedRangeBody;
import dev.sentimentagent.server.web.JobBodies.CancelledBody;
import dev.sentimentagent.server.web.JobBodies.JobBody;
import dev.sentimentagent.server.web.JobBodies.JobEntryBody;
import dev.sentimentagent.server.web.JobBodies.JobStatusBody;
import dev.sentimentagent.server.web.JobBodies.JobsBody;
import dev.sentimentagent.server.web.JobBodies.NewJobBody;
import dev.sentimentagent.server.web.JobBodies.OneJobBody;
import dev.sentimentagent.server.web.JobBodies.QueuedBody;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.Parameter;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /admin/reanalysis/…}: jobs that analyze stored items again. */
final class ReanalysisRoutes implements Route.Group {
    private static final String ADMIN = "admin";
    private static final String GROUP = "Reanalysis";
    private static final String BASE = "/api/v1/admin/reanalysis";
    private static final String NONE = "There is no such job";
    private static final int MAX_TOOLS = 100;
    private static final Predicate<String> TOOL_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}").asMatchPredicate();

    private static final Parameter<String> ID = Parameter.text("job_id", _ -> true, "the id of a job", "Id of a job").inPath();
    private static final Parameter<Optional<JobStatus>> STATUS = Parameter
            .oneOf("status", List.of(JobStatus.values()), JobStatus::label, "Only jobs in this state").optional();
    private static final Parameter<Integer> LIMIT = Parameters.limit(50, 100);
    private static final Parameter<Integer> OFFSET = Parameter.integer("offset", 0, 999_999_999, "How many are passed over").orElse(0, 0);

    private static final Endpoint QUEUE = Endpoint
            .post(BASE + "/jobs", GROUP,
                    "Queues a job: the tools of stored items are looked for again, and with rescore they are scored too")
            .forAdmin().reading(NewJobBody.class).answering(202, "It is queued", QueuedBody.class)
            .failing(400, "A job is queued or running, or a date or an id is none");
    private static final Endpoint LIST = Endpoint.get(BASE + "/jobs", GROUP, "Jobs, the newest first").forAdmin()
            .taking(STATUS, LIMIT, OFFSET).answering(JobsBody.class);
    private static final Endpoint ONE = Endpoint.get(BASE + "/jobs/{job_id}", GROUP, "A job").forAdmin().taking(ID)
            .answering(OneJobBody.class).failing(404, NONE);
    private static final Endpoint STATE = Endpoint.get(BASE + "/jobs/{job_id}/status", GROUP, "How far a job is").forAdmin().taking(ID)
            .answering(JobStatusBody.class).failing(404, NONE);
    private static final Endpoint CANCEL_QUEUED = Endpoint.delete(BASE + "/jobs/{job_id}", GROUP, "Cancels a job that is queued").forAdmin()
            .taking(ID).answering(CancelledBody.class).failing(400, "It is not queued").failing(404, NONE);
    private static final Endpoint CANCEL = Endpoint
            .post(BASE + "/jobs/{job_id}/cancel", GROUP, "Cancels a job that is queued or running; what it has written stays").forAdmin()
            .taking(ID).answering(CancelledBody.class).failing(400, "It has ended").failing(404, NONE);
    private static final Endpoint ALL = Endpoint.get(BASE + "/debug/all-jobs", GROUP, "Ids and states of all jobs, for looking for faults")
            .forAdmin().answering(AllJobsBody.class);

    private final AdminAccess access;
    private final ReanalysisJobs jobs;
    private final JobStore store;

    ReanalysisRoutes(AdminAccess access, ReanalysisJobs jobs, JobStore store) {
        this.access = access;
        this.jobs = jobs;
        this.store = store;
    }

    @Override
    public List<Route> routes() {
        return List.of(route(QUEUE, this::queue), route(LIST, this::list), route(ONE, this::one), route(STATE, this::state),
                route(CANCEL_QUEUED, (request, response) -> cancel(request, response, CANCEL_QUEUED, false)),
                route(CANCEL, (request, response) -> cancel(request, response, CANCEL, true)), route(ALL, this::all));
    }

    private Route route(Endpoint endpoint, Handler handler) {
        return new Route(endpoint, access.guard(handler));
    }

    private void queue(ServerRequest request, ServerResponse response) {
        JobScope scope = scope(Json.read(request, NewJobBody.class));
        ReanalysisJob job = jobs.queue(scope, ADMIN)
                .orElseThrow(() -> new ApiException(Status.BAD_REQUEST_400, "a job is queued or running already"));
        send(request, response.status(Status.ACCEPTED_202), new QueuedBody(job.id(), job.status().label(), job.progress().total(),
                "the job is queued, about " + job.progress().total() + " items",
                "/admin/reanalysis/jobs/" + job.id() + "/status"));
    }

    private void list(ServerRequest request, ServerResponse response) {
        Query query = new Query(LIST, request);
        @Nullable
        JobStatus status = query.get(STATUS).orElse(null);
        int limit = query.get(LIMIT);
        int offset = query.get(OFFSET);
        List<JobBody> page = store.list(status, limit, offset).stream().map(JobBody::of).toList();
        send(request, response, new JobsBody(page, store.count(status), limit, offset));
    }

    private void one(ServerRequest request, ServerResponse response) {
        send(request, response, new OneJobBody(JobBody.of(found(new Query(ONE, request).get(ID)))));
    }

    private void state(ServerRequest request, ServerResponse response) {
        ReanalysisJob job = found(new Query(STATE, request).get(ID));
        send(request, response, new JobStatusBody(job.id(), JobBody.of(job)));
    }

    private void cancel(ServerRequest request, ServerResponse response, Endpoint endpoint, boolean running) {
        String id = new Query(endpoint, request).get(ID);
        ReanalysisJob job = jobs.cancel(id, running, ADMIN).orElseThrow(() -> new ApiException(Status.BAD_REQUEST_400,
                "only a job that is queued" + (running ? " or running" : "") + " can be cancelled; this one is "
                        + found(id).status().label()));
        send(request, response, new CancelledBody(job.id(), job.status().label(), ADMIN, "the job is cancelled"));
    }

    private void all(ServerRequest request, ServerResponse response) {
        List<ReanalysisJob> all = store.list(null, JobStore.KEPT, 0);
        long active = store.count(JobStatus.QUEUED) + store.count(JobStatus.RUNNING);
        send(request, response, new AllJobsBody(store.count(null), all.size(), List.of(active),
                all.stream().map(job -> new JobEntryBody(job.id(), job.status().label(), job.createdAt(), true)).toList()));
    }

    private ReanalysisJob found(String id) {
        return store.find(id).orElseThrow(() -> ApiException.notFound("there is no job " + id));
    }

    private static JobScope scope(NewJobBody body) {
        AskedRangeBody range = body.dateRange();
        Instant from = range == null || range.start() == null ? null : Period.first("date_range.start", range.start());
        Instant to = range == null || range.end() == null ? null : Period.last("date_range.end", range.end());
        if (from != null && to != null && from.isAfter(to)) {
            throw new ApiException(Status.BAD_REQUEST_400, "date_range.start must not be after date_range.end");
        }
        Integer batch = body.batchSize();
        if (batch != null && (batch < 1 || batch > JobScope.MAX_BATCH)) {
            throw ApiException.invalid("batch_size must be a whole number from 1 to " + JobScope.MAX_BATCH);
        }
        List<String> tools = body.toolIds();
        if (tools != null) {
            checkTools("tool_ids", tools);
        }
        if (body.speakingOf() != null) {
            checkTools("speaking_of", List.of(body.speakingOf()));
        }
        return new JobScope(from, to, tools, body.speakingOf(), Boolean.TRUE.equals(body.rescore()),
                batch == null ? JobScope.DEFAULT_BATCH : batch);
    }

    private static void checkTools(String name, List<String> ids) {
        if (ids.size() > MAX_TOOLS) {
            throw ApiException.invalid(name + " must be at most " + MAX_TOOLS + " ids of tools");
        }
        // Null, too, may stand in a list.
        if (!ids.stream().allMatch(id -> Objects.nonNull(id) && TOOL_ID.test(id))) {
            throw new ApiException(Status.BAD_REQUEST_400, name + " must be ids of tools: letters, digits, hyphens and underscores");
        }
    }

    private static void send(ServerRequest request, ServerResponse response, Object body) {
        Routes.send(request, response, Json.TYPE, Json.write(body));
    }
}
