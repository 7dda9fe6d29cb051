package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.sentiment.ScoreExplainer;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.job.Rhythm;
import dev.sentimentagent.server.statistics.Granularity;
import dev.sentimentagent.server.statistics.Scoring;
import dev.sentimentagent.server.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of the dashboard. What they need of the items is kept in memory and brought forward in the background, by {@link #job}; until it
 * has caught up, how the items of a window hang together is estimated from its newest day. Thread-safe.
 */
public final class Figures {
    private static final Logger log = LoggerFactory.getLogger(Figures.class);
    /** Windows up to this long are looked at hour by hour. */
    static final Duration BY_HOUR = Duration.ofHours(49);
    private static final Duration BY_DAY = Duration.ofDays(120);
    /** Commits come in bursts. */
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    /** Reading an hour takes milliseconds; beyond that it waits for a store that fails. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final List<Duration> USUAL = List.of(Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90));

    /** So many hours of items: those that have begun since they were read last. */
    private static final int QUICKLY_READ = 3;

    private final InstantSource clock;
    private final Voices voices;
    private final Clusterings clusterings;
    private final Sources sources;
    private final Tables tables;
    private final Texts texts;
    private final Movements movements;
    private final Job job;
    /** How many of the usual windows have been counted; by one thread. */
    private int prepared;

    /**
     * The job is not started yet.
     *
     * @param tools those that are listened for; asked for each time
     * @param explainer of the scorer that scores what is stored; asked for when it is needed, since it takes long to make
     */
    public Figures(Statistics statistics, Store store, Supplier<List<Tool>> tools, Supplier<ScoreExplainer> explainer,
            InstantSource clock) {
        Supplier<Map<String, String>> toolNames = () -> tools.get().stream().collect(Collectors.toMap(Tool::id, Tool::name));
        this.clock = clock;
        this.voices = new Voices(store.statistics(), Voices.MAX_ITEMS);
        this.clusterings = new Clusterings(voices, this::soon);
        this.sources = new Sources(statistics, voices, clusterings);
        this.tables = new Tables(sources, store.items(), toolNames);
        this.texts = new Texts(sources, store.items(), tools, explainer);
        this.movements = new Movements(sources, store, texts, toolNames);
        this.job = new Job("figures", Rhythm.withPauses(INTERVAL), GRACE, this::refresh,
                e -> log.warn("the figures of the dashboard are behind what is stored; tried again in {} min", INTERVAL.toMinutes(), e));
        statistics.changes().onChange(hours -> {
            LongStream.of(hours).forEach(voices::changed);
            if (hours.length > 0) {
                soon();
            }
        });
    }

    /** What keeps the figures up to date. To be started and closed by whoever made this. */
    public Job job() {
        return job;
    }

    /** Does at once what {@link #job} does. */
    public void refresh() {
        Instant now = clock.instant();
        boolean read = voices.refresh(new Window(now.minus(Statistics.REACH), now), job::stopping);
        if (read) {
            clusterings.recount(job::stopping);
        }
        for (; prepared < USUAL.size() && !job.stopping(); prepared++) {
            // Counting a large window for the first time takes longer than a page may.
            Scope scope = Scope.of(Window.ending(now, USUAL.get(prepared)));
            tables.subreddits(scope);
            tables.tools(scope);
        }
    }

    /** A scope in a few figures, with their changes from the preceding window of equal length. */
    public Overview overview(Scope scope) {
        Side after = sources.side(scope);
        Side before = sources.before(scope, after);
        return new Overview(scope, after.tally().total(), after.clustering().authors(), after.clustering().threads(), after.collected(),
                after.positive(), after.neutral(), after.negative(), after.mean(), before.positiveChange(after),
                before.neutralChange(after),
                before.negativeChange(after), before.meanChange(after), before.volumeChange(after));
    }

    /** By which methods it was all scored, and what is set aside. */
    public Scoring scoring() {
        return sources.statistics().scoring();
    }

    /** A row for each tool of the catalogue, the most mentioned first. The tool of the scope does not count. */
    public List<GroupRow> tools(Scope scope) {
        return tables.tools(scope);
    }

    /**
     * A row for each subreddit of which anything is stored, the one with the most items first. The subreddit of the scope does not count.
     */
    public List<GroupRow> subreddits(Scope scope) {
        return tables.subreddits(scope);
    }

    /** A scope over time. */
    public Series series(Scope scope, Granularity granularity) {
        return new Series(scope, granularity, tables.steps(scope, granularity, sources.clustering(scope)));
    }

    /** Steps that make a legible line of a window: hours up to two days, days up to four months, weeks beyond. */
    public static Granularity granularity(Window window) {
        if (window.length().compareTo(BY_HOUR) <= 0) {
            return Granularity.HOUR;
        }
        return window.length().compareTo(BY_DAY) <= 0 ? Granularity.DAY : Granularity.WEEK;
    }

    /** What moved the mean since the preceding window of equal length. */
    public Moved moved(Scope scope, Groups groups) {
        return movements.moved(scope, groups);
    }

    /** Whether {@link #moved} is quickly told of a scope: else items must be read first, which takes seconds after a start, or texts. */
    public boolean movedAtHand(Scope scope, Groups groups) {
        return groups == Groups.THEMES
                ? texts.movedAtHand(scope)
                : sources.lack(scope.window()) + sources.lack(scope.preceding().window()) <= QUICKLY_READ;
    }

    /** The same of {@link #together}, and of {@link #meanByAuthor}. */
    public boolean togetherAtHand(Scope scope) {
        return sources.lack(scope.window()) <= QUICKLY_READ;
    }

    /**
     * The same of the figures of a scope, and its series: in the first second after a start nothing of them is, and those of a tool within a
     * subreddit are counted from the items.
     */
    public boolean atHand(Scope scope) {
        return scope.toolId() == null ? sources.statistics().holds(scope.preceding().window()) : toolsAtHand(scope);
    }

    /** The same of {@link #tools}, of which those within a subreddit are counted so. */
    public boolean toolsAtHand(Scope scope) {
        return sources.statistics().holds(scope.preceding().window()) && (scope.subreddit() == null
                || sources.lack(scope.window()) + sources.lack(scope.preceding().window()) <= QUICKLY_READ);
    }

    /** Whether {@link #switches} were read a short while ago. */
    public boolean switchesAtHand(Scope scope) {
        return texts.switchesAtHand(scope);
    }

    /** The mean of the authors' own means, of the items that are in memory: one author with 40 comments is one voice. */
    public Mean meanByAuthor(Scope scope) {
        voices.ensure(scope.window());
        return Counting.byAuthor(voices, scope);
    }

    /** How the mean scores of two tools differ: {@code after} is that of the second. */
    public Change difference(Scope first, Scope second) {
        return sources.side(first).meanChange(sources.side(second));
    }

    /** Which tools are named in the same items as that of the scope, the most often first. */
    public List<Together> together(Scope scope) {
        return movements.together(scope);
    }

    /** What tells praise from complaint, of a sample of the scope's texts; the names of its tool are left out. Kept for ten minutes. */
    public TellingPhrases tellingPhrases(Scope scope) {
        return texts.phrases(scope);
    }

    /** How a scope's themes are spoken of, the most frequent first, of a sample of its texts. Kept for ten minutes. */
    public List<ThemeRow> themes(Scope scope) {
        return texts.themes(scope);
    }

    /** Who went from which tool to which, of a sample of the scope's texts that name several. Kept for ten minutes. */
    public List<Switch> switches(Scope scope) {
        return texts.switches(scope);
    }

    /**
     * The posts that speak best of a scope, or worst, and have many upvotes, each with the sentence that decided. Kept for ten minutes.
     *
     * @param limit 1 to 10
     */
    public List<Quote> quotes(Scope scope, boolean best, int limit) {
        return texts.quotes(scope, best, limit);
    }

    /** What the texts of a scope say, all in one. Kept for ten minutes. */
    public Spoken spoken(Scope scope) {
        return texts.spoken(scope);
    }

    /** What {@link #spoken} would give, if it is at hand and costs nothing. */
    public Optional<Spoken> spokenBefore(Scope scope) {
        return texts.spokenBefore(scope);
    }

    /** The tally of a scope, exact to the second. */
    public Tally tally(Scope scope) {
        return sources.tally(scope);
    }

    private void soon() {
        job.hurry(SOON);
    }
}
