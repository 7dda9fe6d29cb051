package dev.sentimentagent.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.reddit.DumpLine;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.sentiment.ToolMatcher;
import dev.sentimentagent.sentiment.VaderScorer;
import dev.sentimentagent.server.collection.DumpImport;
import dev.sentimentagent.server.collection.ImportListener;
import dev.sentimentagent.server.collection.ItemAnalyzer;
import dev.sentimentagent.server.settings.StoreAddress;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.Snapshot;
import dev.sentimentagent.standin.World;
import dev.sentimentagent.store.sql.SqliteStore;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit that found nothing wrong would be worth nothing if it never found anything. */
class StoreAuditTest {
    private static final Instant END = SoakSettings.START.plus(Duration.ofDays(1));
    private static final Window ALL = new Window(SoakSettings.START, END);
    private static final CycleEntry LAST = clean(END.minusSeconds(600), END.minusSeconds(300));

    @TempDir
    private Path folder;

    private final World world = new GeneratedWorld(5, 1, SoakSettings.START);
    /** One that has been shown for long, and still is. */
    private final World.Created victim = world.createdWithin(ItemKind.COMMENT, ALL)
            .filter(item -> !state(item, END).gone())
            .skip(100)
            .findFirst()
            .orElseThrow();
    private Store store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("audit.db"), RetryPolicy.NEVER, TimeSource.system(), RandomGenerator.getDefault());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aWholeStorePasses() throws Exception {
        long items = fill("");
        StoreAudit.Result result = audit();
        assertThat(result.stored()).isEqualTo(items).isGreaterThan(1_000);
        assertThat(result.lost()).isZero();
        assertThat(result.rollupsAsCounted()).isTrue();
    }

    @Test
    void anItemThatIsMissingIsLost() throws Exception {
        fill(victim.fullname());
        StoreAudit.Result result = audit();
        assertThat(result.lost()).isEqualTo(1);
        assertThat(result.lostExamples()).first().asString().startsWith(victim.fullname());
    }

    @Test
    void anItemInARecordedGapIsNotLost() throws Exception {
        fill(victim.fullname());
        Gap gap = new Gap(state(victim, END).subreddit(), Listing.COMMENTS, victim.createdUtc().minusSeconds(60), victim.createdUtc(),
                "listing_cap", "cycle_20260105_000000", END);
        store.items().save(new Batch(List.of(), null, null, gap));
        StoreAudit.Result result = audit();
        assertThat(result.lost()).isZero();
        assertThat(result.inGaps()).isEqualTo(1);
    }

    @Test
    void anItemThatWentIsLostOnlyIfTwoCleanReadingsMustHaveSeenIt() throws Exception {
        World.Created gone = world.createdWithin(ItemKind.COMMENT, ALL)
                .filter(item -> item.createdUtc().isBefore(LAST.started().minus(Duration.ofHours(3))))
                .filter(item -> !state(item, item.createdUtc().plus(Duration.ofHours(2))).gone() && state(item, LAST.started()).gone())
                .findFirst()
                .orElseThrow();
        fill(gone.fullname());
        assertThat(audit().goneUnseen()).isEqualTo(1);
        Instant first = gone.createdUtc().plusSeconds(60);
        StoreAudit.Result result = audit(clean(first, first.plusSeconds(60)), clean(first.plusSeconds(1800), first.plusSeconds(1860)));
        assertThat(result.lost()).isEqualTo(1);
    }

    private StoreAudit.Result audit(CycleEntry... cycles) {
        return new StoreAudit(store, world, List.of(cycles), LAST, ALL).run(ALL);
    }

    /** Stores all items of the world but one, and returns how many there were. */
    private long fill(String without) throws Exception {
        long items = 0;
        DumpImport dumpImport = new DumpImport(
                new ItemAnalyzer(new VaderScorer(), new ToolMatcher(ToolCatalogue.standard())), store, (_, _) -> {},
                new StoreAddress.Sqlite(folder.resolve("audit.db")));
        for (ItemKind kind : ItemKind.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            items += world.writeDump(ALL, kind, out);
            Path dump = folder.resolve(kind == ItemKind.POST ? "RS_all" : "RC_all");
            String id = "\"id\":\"" + (without.isEmpty() ? "none" : without.substring(kind.prefix().length())) + "\"";
            Files.write(dump, out.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.contains(id)).toList());
            dumpImport.run(dump, new Silent());
        }
        for (String subreddit : world.subreddits()) {
            for (Listing listing : Listing.values()) {
                store.items().save(new Batch(List.of(), null, new Coverage(subreddit, listing, ALL.start(), END, END), null));
            }
        }
        return items;
    }

    private Snapshot state(World.Created item, Instant at) {
        return world.state(item.fullname(), at).orElseThrow();
    }

    private static CycleEntry clean(Instant started, Instant ended) {
        return new CycleEntry("cycle", started, ended, "completed", List.of(), Map.of(), 1);
    }

    private static final class Silent implements ImportListener {
        @Override
        public void progressed(long bytesRead, long bytesTotal, long lines) {
            // Of no interest here.
        }

        @Override
        public void rejected(DumpLine.Bad line) {
            throw new IllegalStateException(line.toString());
        }
    }
}
