package dev.sentimentagent.server.reanalysis;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.job.JobProgress;
import dev.sentimentagent.model.job.JobScope;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.server.collection.CommitListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does the work of a job: walks its items, oldest first, looks for their tools again, gives those that another scorer has scored the present
 * one's score if it is to, and writes what changes, with its effect on the rollups and the progress of the job in one transaction. One that
 * was broken off, by {@code kill -9} too, goes on where it was. An item that is edited or deleted at the same time keeps what that made of it.
 *
 * <p>While some items are written, the next are read and analyzed. Not thread-safe.
 */
public final class Reanalysis {
    private static final int OLDEST = 200;

    private final Store store;
    private final Supplier<ItemAnalyzer> analyzer;
    private final CommitListener listener;
    private final Pace pace;
    private final InstantSource clock;

    /**
     * The reanalysis of a store.
     *
     * @param analyzer is asked for again and again, so that another catalogue counts at once
     * @param listener is told of each batch after its commit
     */
    public Reanalysis(Store store, Supplier<ItemAnalyzer> analyzer, CommitListener listener, Pace pace, InstantSource clock) {
        this.store = store;
        this.analyzer = analyzer;
        this.listener = listener;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * Whether another scorer has scored one of the oldest items: what is due lies there, unless a run was broken off. Costs the same however
     * much is stored.
     */
    public static boolean isDue(Store store, ItemAnalyzer present) {
        Selection all = Selection.of(JobScope.all(true).created());
        return store.items().walk(all, OLDEST, null).items().stream().map(ScoredItem::score).anyMatch(score -> !present.made(score));
    }

    /** About how many items a job will look at. */
    public static long estimate(Store store, JobScope scope) {
        Window created = scope.created();
        String tool = scope.speakingOf();
        return tool == null
                ? store.items().count(created).values().stream().mapToLong(Long::longValue).sum()
                : store.statistics().rollups(created).list().stream()
                        .filter(rollup -> rollup.key().dimension() == Dimension.TOOL && rollup.key().name().equals(tool))
                        .mapToLong(rollup -> rollup.tally().total()).sum();
    }

    /**
     * Goes on with a job that runs, to its end.
     *
     * @param stop is asked between two transactions: whether to leave the rest to a later run
     * @param progress is given the job after each transaction
     * @return the job as it has ended; as it runs, if it was stopped; empty if it was ended by somebody else
     * @throws dev.sentimentagent.model.store.StoreException if the store fails; what was done before stays so
     */
    public Optional<ReanalysisJob> run(ReanalysisJob job, BooleanSupplier stop, Consumer<ReanalysisJob> progress)
            throws InterruptedException {
        if (!job.progress().atEnd()) {
            Look look = new Look(store, analyzer, job.scope(), clock);
            int batch = job.scope().batchSize();
            try (Ahead ahead = new Ahead(look, job.progress().cursor(), () -> pace.size(batch))) {
                Optional<ReanalysisJob> reached = walk(job, ahead, stop, progress);
                if (reached.isEmpty() || !reached.get().progress().atEnd()) {
                    return reached;
                }
            }
        }
        return store.jobs().end(job.id(), Set.of(JobStatus.RUNNING), JobStatus.COMPLETED, clock.instant(), null);
    }

    private Optional<ReanalysisJob> walk(ReanalysisJob job, Ahead ahead, BooleanSupplier stop, Consumer<ReanalysisJob> progress)
            throws InterruptedException {
        int batchSize = job.scope().batchSize();
        Sum sum = new Sum(job);
        Untouched untouched = new Untouched(store.dataVersion());
        long start = System.nanoTime();
        ReanalysisJob reached = job;
        while (!reached.progress().atEnd() && !stop.getAsBoolean()) {
            List<Looked> looked = ahead.take(pace.size(batchSize));
            looked.forEach(sum::add);
            String next = looked.getLast().next();
            reached = sum.of(job, next == null ? JobProgress.END : next, rate(job, sum, start));
            Optional<Batch> batch = batch(looked, untouched);
            long begun = System.nanoTime();
            Optional<List<BatchResult>> written = store.jobs().advance(reached, batch.stream().toList());
            if (written.isEmpty()) {
                return Optional.empty();
            }
            if (batch.isPresent()) {
                BatchResult result = written.get().getFirst();
                untouched.committed(result.dataVersion());
                listener.committed(batch.get(), result);
            }
            progress.accept(reached);
            if (!reached.progress().atEnd()) {
                Duration writing = Duration.ofNanos(System.nanoTime() - begun);
                Duration work = writing.plusNanos(looked.stream().mapToLong(Looked::nanos).sum());
                pace.after(looked.stream().mapToInt(Looked::items).sum(), batchSize, writing, work);
            }
        }
        return Optional.of(reached);
    }

    private static Optional<Batch> batch(List<Looked> looked, Untouched untouched) {
        long version = untouched.version(looked.getFirst().version(), looked.getLast().version());
        List<ScoredItem> changed = looked.stream().flatMap(slice -> slice.changed().stream()).toList();
        List<ScoredItem> before = looked.stream().flatMap(slice -> slice.before().stream()).toList();
        return changed.isEmpty() ? Optional.empty() : Optional.of(Batch.rescoring(changed, new Batch.AsRead(before, version)));
    }

    /** Items a second of this run. */
    private static double rate(ReanalysisJob job, Sum sum, long start) {
        return (sum.processed() - job.progress().processed()) * 1e9 / Math.max(1, System.nanoTime() - start);
    }
}
