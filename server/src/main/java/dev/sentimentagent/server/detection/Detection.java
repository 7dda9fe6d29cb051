package dev.sentimentagent.server.detection;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.job.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks each hour for names that {@value #THRESHOLD} items of the last seven days (today and the six before, UTC) speak of like tools and that stand
 * in no catalogue, and proposes them. What was counted of a day is kept and counted again only while items of it may still come. Not
 * thread-safe: one job runs it.
 */
public final class Detection {
    static final int THRESHOLD = 50;

    private static final Logger log = LoggerFactory.getLogger(Detection.class);
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final int DAYS = 7;
    /** Collected late, edited or deleted after that, items change no more than a few counts. */
    private static final int UNSETTLED_DAYS = 2;
    private static final int SLICE = 500;
    private static final int MOST_PROPOSED = 100;

    private final Store store;
    private final Supplier<List<Tool>> catalogue;
    private final TimeSource time;
    private final BooleanSupplier mayRun;
    private final Set<String> notNames = NotNames.read();
    /** By days since 1970. */
    private final TreeMap<Long, NameCounts> days = new TreeMap<>();
    private final Job job;

    /**
     * The detection.
     *
     * @param catalogue all tools that were ever entered, archived ones too
     * @param mayRun whether this process is to do it: of several on one store, one is
     */
    public Detection(Store store, Supplier<List<Tool>> catalogue, TimeSource time, BooleanSupplier mayRun) {
        this.store = store;
        this.catalogue = catalogue;
        this.time = time;
        this.mayRun = mayRun;
        this.job = new Job("detection", new Rhythm(time.toReal(FIRST), time.toReal(INTERVAL), false), GRACE, this::run,
                e -> log.warn("names of tools were not looked for; tried again within an hour", e));
    }

    /** The job that runs it each hour. It is not started yet. */
    public Job job() {
        return job;
    }

    /**
     * Looks now.
     *
     * @return the names that are proposed for the first time
     */
    List<DetectedTool> run() throws InterruptedException {
        if (!mayRun.getAsBoolean()) {
            return List.of();
        }
        KnownNames known = KnownNames.of(catalogue.get(), notNames);
        NameSpotter spotter = new NameSpotter(known);
        long today = time.instant().truncatedTo(ChronoUnit.DAYS).getEpochSecond() / Duration.ofDays(1).toSeconds();
        days.headMap(today - DAYS + 1).clear();
        NameCounts all = new NameCounts();
        for (long day = today - DAYS + 1; day <= today && !job.stopping(); day++) {
            if (!days.containsKey(day) || day > today - UNSETTLED_DAYS) {
                days.put(day, count(day, spotter));
            }
            NameCounts counted = days.get(day);
            if (counted != null) {
                all.add(counted);
            }
        }
        Instant now = time.instant();
        List<DetectedTool> found = new NameJudge(THRESHOLD, known).pick(all.byKey()).stream().limit(MOST_PROPOSED)
                .map(count -> proposed(count, now)).toList();
        List<DetectedTool> added = store.detections().note(found);
        added.forEach(
                tool -> log.info("{} is spoken of like a tool, by {} items in 7 days: approve or reject it (/api/v1/admin/tools/pending)",
                        tool.name(), tool.mentions()));
        return added;
    }

    private NameCounts count(long day, NameSpotter spotter) throws InterruptedException {
        Instant start = Instant.EPOCH.plus(Duration.ofDays(day));
        Selection selection = Selection.of(new Window(start, start.plus(Duration.ofDays(1))));
        NameCounts counts = new NameCounts();
        String cursor = null;
        do {
            long begun = System.nanoTime();
            Slice<ScoredItem> slice = store.items().walk(selection, SLICE, cursor);
            slice.items().forEach(scored -> counts.add(scored.item(), spotter));
            cursor = slice.next();
            if (cursor != null) {
                // Nobody waits for it.
                Thread.sleep(Duration.ofNanos(System.nanoTime() - begun));
            }
        } while (cursor != null && !job.stopping());
        counts.forgetRare();
        return counts;
    }

    private static DetectedTool proposed(NameCount count, Instant now) {
        String lower = count.written().toLowerCase(Locale.ROOT);
        Set<String> aliases = new LinkedHashSet<>(List.of(lower, NameForm.key(lower)));
        return DetectedTool.pending(lower.replaceAll("[^a-z0-9]+", "-"), count.written(), List.copyOf(aliases), count.items(), THRESHOLD,
                count.samples(), now.truncatedTo(ChronoUnit.MILLIS));
    }
}
