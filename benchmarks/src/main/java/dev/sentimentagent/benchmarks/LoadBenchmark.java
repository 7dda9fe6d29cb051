package dev.sentimentagent.benchmarks;

import dev.sentimentagent.soak.GcFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rates and latencies of a service that serves what is stored, with one number of clients after another. The trivial endpoint is measured
 * before and after every few others, and the small store right after the large one, so that a ratio compares what was measured within
 * seconds: the machine may be faster or slower a minute later.
 */
final class LoadBenchmark {
    /** Kinds of request between two measurements of the trivial endpoint. */
    private static final int GROUP = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private final Plan plan;
    private final Wrk wrk;
    private final Consumer<String> progress;
    private final List<Point> points = new ArrayList<>();
    private final List<Memory> memory = new ArrayList<>();

    LoadBenchmark(Plan plan, Wrk wrk, Consumer<String> progress) {
        this.plan = plan;
        this.wrk = wrk;
        this.progress = progress;
    }

    /**
     * One measurement.
     *
     * @param trivial of the trivial endpoint, with as many clients, before and after it
     * @param small the same of the small store; null if it was not measured
     */
    record Point(Subject subject, int clients, LoadResult result, LoadResult trivial, @Nullable LoadResult small) {
        double rateRatio() {
            return result.rate() / trivial.rate();
        }

        double p99Ratio() {
            return result.p99Ms() / trivial.p99Ms();
        }
    }

    /**
     * What the process used while so many clients asked.
     *
     * @param heapMb in use after the last collection
     */
    record Memory(int clients, ProcessMemory process, double heapMb, int collections, double pausesMs, double longestPauseMs) {}

    /** @param health what {@code /health} said all the while: each status with its reasons */
    record Figures(List<Point> points, List<Memory> memory, Set<String> health) {}

    Figures run(Path large, Path small) throws IOException, InterruptedException {
        try (ServiceUnderTest service = start(large);
                Api api = new Api(service.port());
                ServiceUnderTest other = start(small);
                Api otherApi = new Api(other.port())) {
            List<Subject> subjects = wanted(Subjects.all(api, plan.seed()));
            List<Subject> others = wanted(Subjects.all(otherApi, plan.seed()));
            warmUp(service, subjects);
            warmUp(other, others);
            try (HealthWatch health = HealthWatch.start(service.port())) {
                for (int clients : plan.clients()) {
                    progress.accept("%d clients".formatted(clients));
                    int before = service.collections().pauseMs().size();
                    service.forgetPeak();
                    measure(service, subjects, clients == plan.compared() ? other : null, others, clients);
                    memory.add(memory(clients, service, before));
                }
                return new Figures(List.copyOf(points), List.copyOf(memory), health.seen());
            }
        }
    }

    private ServiceUnderTest start(Path database) throws IOException, InterruptedException {
        return ServiceUnderTest.start(ServiceUnderTest.Setup.serving(plan.home(), plan.folder(), database));
    }

    private List<Subject> wanted(List<Subject> all) {
        return all.stream().filter(subject -> plan.repeated() || subject.varied() || subject.endpoint() == Endpoint.PAGE).toList();
    }

    /** All kinds of request at once, until the compilers have seen them. */
    private void warmUp(ServiceUnderTest service, List<Subject> subjects) throws IOException, InterruptedException {
        var _ = wrk.run(service.port(), subjects.getLast().paths(), Plan.CLIENTS_OF_BUSY, WARM_UP, plan.warmUp());
    }

    private void measure(ServiceUnderTest service, List<Subject> subjects, @Nullable ServiceUnderTest small, List<Subject> others,
            int clients)
            throws IOException, InterruptedException {
        LoadResult trivial = load(service, Subject.TRIVIAL, clients);
        for (int from = 0; from < subjects.size(); from += GROUP) {
            int to = Math.min(subjects.size(), from + GROUP);
            List<LoadResult> results = new ArrayList<>();
            List<@Nullable LoadResult> ofSmall = new ArrayList<>();
            for (int i = from; i < to; i++) {
                results.add(load(service, subjects.get(i), clients));
                ofSmall.add(small == null ? null : load(small, others.get(i), clients));
            }
            LoadResult after = load(service, Subject.TRIVIAL, clients);
            LoadResult beside = LoadResult.mean(trivial, after);
            for (int i = from; i < to; i++) {
                points.add(new Point(subjects.get(i), clients, results.get(i - from), beside, ofSmall.get(i - from)));
            }
            trivial = after;
        }
    }

    private LoadResult load(ServiceUnderTest service, Subject subject, int clients) throws IOException, InterruptedException {
        LoadResult result = wrk.run(service.port(), subject.paths(), clients, plan.warmUp(), plan.measured());
        progress.accept("  %-36s %,9.0f/s   p50 %8.2f   p99 %8.2f   max %8.2f ms".formatted(subject.title(), result.rate(), result.p50Ms(),
                result.p99Ms(), result.maxMs()));
        return result;
    }

    private static Memory memory(int clients, ServiceUnderTest service, int before) throws IOException {
        GcFigures all = service.collections();
        List<Double> pauses = all.pauseMs().subList(Math.min(before, all.pauseMs().size()), all.pauseMs().size());
        double total = pauses.stream().mapToDouble(Double::doubleValue).sum();
        double longest = pauses.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new Memory(clients, service.memory(), all.heapAfterMb().isEmpty() ? 0 : all.heapAfterMb().getLast(), pauses.size(), total,
                longest);
    }
}
