package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.reddit.DumpLine;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.sentiment.ToolMatcher;
import dev.sentimentagent.sentiment.VaderScorer;
import dev.sentimentagent.server.collection.DumpImport;
import dev.sentimentagent.server.collection.ImportListener;
import dev.sentimentagent.server.collection.ItemAnalyzer;
import dev.sentimentagent.server.settings.Credentials;
import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.standin.World;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Duration HISTORY = Duration.ofDays(30);
    private static final long SEED = 20261123;

    private final Settings settings;
    private final World world;
    private final RedditStandIn standIn;
    private final Instant started;

    private DemoMode(Settings settings, World world, RedditStandIn standIn, Instant started) {
        this.settings = settings;
        this.world = world;
        this.standIn = standIn;
        this.started = started;
    }

    static DemoMode start(Settings settings, TimeSource time) {
        World world = new GeneratedWorld(SEED, 1, historyStart(time.instant()));
        StandInSettings access = StandInSettings.DEFAULT;
        RedditStandIn standIn = RedditStandIn.start(access, world, time);
        log.warn("DEMO: every post, comment and author is invented; a stand-in for Reddit runs at {}", standIn.baseUrl());
        return new DemoMode(settings.pointedAt(standIn.baseUrl(), new Credentials(access.clientId(), access.clientSecret())), world,
                standIn, time.instant());
    }

    /** Whole days, of which the world has nothing older: the first cycle finds no more than was imported. */
    private static Instant historyStart(Instant now) {
        return now.minus(HISTORY).truncatedTo(ChronoUnit.DAYS);
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
        Instant end = started.truncatedTo(ChronoUnit.SECONDS);
        Window window = new Window(historyStart(started), end);
        log.info("DEMO: generating and importing {} days of history, once", HISTORY.toDays());
        long start = System.nanoTime();
        Path folder = Files.createTempDirectory("sentimentagent-demo");
        ItemAnalyzer analyzer = new ItemAnalyzer(new VaderScorer(), new ToolMatcher(ToolCatalogue.standard()));
        DumpImport dumpImport = new DumpImport(analyzer, store, (_, _) -> {}, settings.store().address());
        long items = 0;
        for (ItemKind kind : ItemKind.values()) {
            Path dump = folder.resolve((kind == ItemKind.POST ? "RS_" : "RC_") + "demo.ndjson");
            try (OutputStream out = Files.newOutputStream(dump)) {
                world.writeDump(window, kind, out);
            }
            items += dumpImport.run(dump, new Silent()).counts().stored();
            Files.delete(dump);
        }
        for (String subreddit : world.subreddits()) {
            for (Listing listing : Listing.values()) {
                store.items().save(new Batch(List.of(), null, new Coverage(subreddit, listing, window.start(), end, end), null));
            }
        }
        log.info("DEMO: {} posts and comments imported in {} ms", items, Duration.ofNanos(System.nanoTime() - start).toMillis());
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
