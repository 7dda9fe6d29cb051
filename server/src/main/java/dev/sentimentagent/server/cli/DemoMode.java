package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BulkLoad;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.reddit.DumpBlock;
import dev.sentimentagent.reddit.DumpLine;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.server.collection.DumpImport;
import dev.sentimentagent.server.collection.ImportListener;
import dev.sentimentagent.server.settings.Credentials;
import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.standin.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo: the whole service on invented data. A stand-in for Reddit runs inside the process and is collected from over HTTP; at the
 * first start 30 days of its history are imported, as an operator would import a dump.
 */
final class DemoMode implements AutoCloseable {
    /** A store of its own, whatever the settings say, and nobody's credentials. */
    static final Map<String, String> OVERRIDES = Map.of(
            "STORE_URL",
            "sqlite:data/demo/sentimentagent.db",
            "REDDIT_CLIENT_ID",
            "",
            "REDDIT_CLIENT_SECRET",
            "",
            "SUBREDDITS",
            "");

    private static final Logger log = LoggerFactory.getLogger(DemoMode.class);
    /** What is imported at the first start. */
    static final Duration HISTORY = Duration.ofDays(30);

    private static final long SEED = 20261123;

    private final Settings settings;
    private final World world;
    private final RedditStandIn standIn;
    /** What is imported before the first cycle. */
    private final Window history;

    private DemoMode(Settings settings, World world, RedditStandIn standIn, Window history) {
        this.settings = settings;
        this.world = world;
        this.standIn = standIn;
        this.history = history;
    }

    /**
     * Starts the stand-in.
     *
     * @param past how long it has been there: whole days, of which the world has nothing older, so that the first cycle finds no more than
     *     was imported
     */
    static DemoMode start(Settings settings, TimeSource time, Duration past) {
        Instant end = time.instant().truncatedTo(ChronoUnit.SECONDS);
        Window history = new Window(end.minus(past).truncatedTo(ChronoUnit.DAYS), end);
        World world = new GeneratedWorld(SEED, 1, history.start());
        StandInSettings access = StandInSettings.DEFAULT;
        RedditStandIn standIn = RedditStandIn.start(access, world, time);
        log.warn("DEMO: every post, comment and author is invented; a stand-in for Reddit runs at {}", standIn.baseUrl());
        return new DemoMode(settings.pointedAt(standIn.baseUrl(), new Credentials(access.clientId(), access.clientSecret())), world,
                standIn, history);
    }

    /** The settings that make the service collect from the stand-in. */
    Settings settings() {
        return settings;
    }

    /** Imports the history into a store that has none yet. */
    void backfill(Store store, Settings settings) throws IOException, InterruptedException {
        if (!store.cycles().coverages().isEmpty()) {
            return;
        }
        log.info("DEMO: generating and importing {} days of history, once", history.length().toDays());
        long start = System.nanoTime();
        ItemAnalyzer analyzer = ItemAnalyzer.of(settings.collection().sentimentMethod(), ToolCatalogue.standard());
        Counts counts;
        try (BulkLoad _ = store.bulkLoad()) {
            counts = new DumpImport(analyzer, store, (_, _) -> {}, settings.store().address()).run(days(), new Silent());
        }
        for (String subreddit : world.subreddits()) {
            for (Listing listing : Listing.values()) {
                store.items().save(
                        new Batch(List.of(), null, new Coverage(subreddit, listing, history.start(), history.end(), history.end()), null));
            }
        }
        log.info("DEMO: {} posts and comments imported in {} ms", counts.stored(), Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    /** Its history as the lines of dumps, day by day, posts before the comments on them. */
    private Iterator<Callable<DumpBlock>> days() {
        return Stream.iterate(history.start(), history::contains, day -> day.plus(Duration.ofDays(1)))
                .flatMap(day -> Arrays.stream(ItemKind.values()).<Callable<DumpBlock>>map(kind -> () -> day(kind, day)))
                .iterator();
    }

    private DumpBlock day(ItemKind kind, Instant day) throws IOException {
        Instant next = day.plus(Duration.ofDays(1));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        world.writeDump(new Window(day, next.isBefore(history.end()) ? next : history.end()), kind, history.end(), lines);
        return DumpBlock.of(lines.toByteArray(), kind);
    }

    private static final class Silent implements ImportListener {
        @Override
        public void progressed(long bytesRead, long bytesTotal, long lines) {
            // It takes seconds, and the log says when it is done.
        }

        @Override
        public void rejected(DumpLine.Bad line) {
            log.warn("DEMO: line {} of the history was rejected: {}", line.lineNumber(), line.rejection());
        }
    }

    @Override
    public void close() {
        standIn.close();
    }
}
