package dev.sentimentagent.server.releases;

import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.job.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions of tools that were announced in the last 90 days: a version is taken for released when the titles of {@value #LEAST} posts within
 * seven days announce it ({@link ReleaseTitles}). Nobody tells us of releases, so this is what developers made of them. Titles are read in the
 * background, each day once, the last two again each hour; what is known of them is some hundred kilobytes. Thread-safe.
 */
public final class Releases {
    static final int LEAST = 3;

    private static final Logger log = LoggerFactory.getLogger(Releases.class);
    private static final Duration TOGETHER = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int DAYS = 90;
    private static final int UNSETTLED_DAYS = 2;
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ItemStore items;
    private final Supplier<List<Tool>> tools;
    private final TimeSource time;
    private final Job job;
    /** What titles announce, by days since 1970; of the job's thread. */
    private final TreeMap<Long, List<Told>> days = new TreeMap<>();
    private ReleaseTitles titles = new ReleaseTitles(List.of());
    private volatile List<Release> known = List.of();

    private record Told(ReleaseTitles.Named what, Instant at, long engagement) {}

    /** @param tools those that are listened for; asked for each time */
    public Releases(ItemStore items, Supplier<List<Tool>> tools, TimeSource time) {
        this.items = items;
        this.tools = tools;
        this.time = time;
        this.job = new Job("releases", new Rhythm(FIRST, time.toReal(INTERVAL), false), GRACE, this::run,
                e -> log.warn("releases were not looked for; tried again within an hour", e));
    }

    /** What looks for them. It is not started yet. */
    public Job job() {
        return job;
    }

    /**
     * Those of a span, the most discussed first.
     *
     * @param toolId null for those of all tools
     */
    public List<Release> in(Window window, @Nullable String toolId) {
        return known.stream()
                .filter(release -> window.contains(release.at()) && (toolId == null || toolId.equals(release.toolId())))
                .toList();
    }

    /** Reads what is not read yet, the newest day first. */
    void run() throws InterruptedException {
        List<Tool> present = tools.get();
        if (!titles.tools().equals(present)) {
            titles = new ReleaseTitles(present);
            days.clear();
        }
        long today = time.instant().getEpochSecond() / DAY.toSeconds();
        days.headMap(today - DAYS).clear();
        for (long day = today; day >= today - DAYS && !job.stopping(); day--) {
            if (!days.containsKey(day) || day > today - UNSETTLED_DAYS) {
                long begun = System.nanoTime();
                days.put(day, read(Instant.EPOCH.plus(DAY.multipliedBy(day))));
                // Nobody waits for it.
                Thread.sleep(Duration.ofNanos(System.nanoTime() - begun));
            }
        }
        known = released();
    }

    private List<Told> read(Instant start) {
        List<Told> told = new ArrayList<>();
        for (PostActivity post : items.activity(new Window(start, start.plus(DAY)))) {
            if (!post.bot()) {
                titles.read(post.title())
                        .filter(named -> post.toolIds().contains(named.tool().id()))
                        .ifPresent(named -> told.add(
                                new Told(named, post.createdUtc(), Math.max(0, post.upvotes()) + (long) post.commentCount())));
            }
        }
        return told;
    }

    private List<Release> released() {
        Map<ReleaseTitles.Named, List<Told>> byVersion = days.values().stream().flatMap(List::stream)
                .collect(Collectors.groupingBy(Told::what));
        return byVersion.entrySet()
                .stream()
                .flatMap(version -> release(version.getKey(), version.getValue()).stream())
                .sorted(Comparator.comparingLong(Release::engagement).reversed().thenComparing(Release::name))
                .toList();
    }

    private static Optional<Release> release(ReleaseTitles.Named what, List<Told> told) {
        List<Told> sorted = told.stream().sorted(Comparator.comparing(Told::at)).toList();
        return IntStream.rangeClosed(0, sorted.size() - LEAST)
                .filter(i -> Duration.between(sorted.get(i).at(), sorted.get(i + LEAST - 1).at()).compareTo(TOGETHER) <= 0)
                .mapToObj(i -> sorted.get(i).at())
                .findFirst()
                .map(at -> new Release(what.tool().id(), what.name(), what.version(), at, sorted.size(),
                        sorted.stream().mapToLong(Told::engagement).sum()));
    }
}
