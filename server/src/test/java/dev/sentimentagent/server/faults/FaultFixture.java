package dev.sentimentagent.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.Snapshot;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.standin.World;
import dev.sentimentagent.testsupport.ManualTime;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A service with a database file, the stand-in that it collects from, and what there is to hold against each other: what Reddit shows,
 * what is stored, what the service logs and what it tells of itself.
 */
abstract class FaultFixture {
    static final Instant START = Instant.parse("2026-03-10T11:40:00Z");

    /** Stands still while a cycle runs, so that what Reddit shows to it is known to the item. */
    final ManualTime reddit = new ManualTime(START);
    /** The service's clock, which moves on whenever the service waits. */
    final ManualTime time = new ManualTime(START);
    final World world = world();

    @TempDir
    Path folder;
    RedditStandIn standIn;
    RunningService service;
    Complaints complaints;

    /** Names of the subreddits that are collected, separated by commas. */
    String subreddits() {
        return "Cursor,kiroIDE";
    }

    /** A day and a half of it: listings of a few pages. */
    World world() {
        return new GeneratedWorld(7, 1, START.minus(Duration.ofDays(1)));
    }

    StandInSettings standInSettings() {
        return StandInSettings.DEFAULT;
    }

    TimeSource serviceTime() {
        return time;
    }

    @BeforeEach
    void start() {
        standIn = RedditStandIn.start(standInSettings(), world, reddit);
        complaints = new Complaints();
        service = RunningService.start(
                folder.resolve("test.db"),
                standIn,
                subreddits(),
                serviceTime(),
                Map.of("REDDIT_TIMEOUT_SECONDS", "1"));
    }

    @AfterEach
    void stop() {
        service.close();
        complaints.close();
        standIn.close();
    }

    /** Runs a cycle, and checks what must hold after any. */
    CycleReport collect() {
        complaints.forget();
        CycleReport cycle = new CycleReport(service.collect());
        cycle.assertAddsUp();
        Window all = new Window(Instant.EPOCH, START.plus(Duration.ofDays(365)));
        assertThat(store().statistics().rollups(all).list()).containsExactlyInAnyOrderElementsOf(store().statistics().recount(all));
        assertThat(json("/api/v1/sentiment/stats?hours=2160").get("statistics").get("total").asLong())
                .as("served from the rollups in memory")
                .isEqualTo(store().items().count(Window.ending(serviceTime().instant(), Duration.ofDays(90))).values().stream()
                        .mapToLong(Long::longValue).sum());
        assertThat(complaints.all()).allSatisfy(complaint -> {
            assertThat(complaint.cycle()).isEqualTo(cycle.id());
            assertThat(complaint.text()).doesNotContain(StandInSettings.DEFAULT.clientSecret());
        });
        return cycle;
    }

    /** Runs a cycle that nothing befalls, after which everything is as Reddit shows it. */
    CycleReport collectWhole() {
        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("completed");
        assertThat(cycle.errors()).isEmpty();
        assertThat(complaints.all()).isEmpty();
        assertWhole();
        return cycle;
    }

    /** Lets time pass, on Reddit and for the service. */
    void later(Duration duration) {
        reddit.advance(duration);
        time.set(reddit.instant().isAfter(time.instant()) ? reddit.instant() : time.instant());
    }

    void allRequestsSuffer(Fault fault) {
        standIn.faults().add(FaultRule.untilCleared(FaultRule.Match.ANY, fault));
    }

    Store store() {
        return service.store();
    }

    /** The answer, not from the service's cache. */
    JsonNode json(String path) {
        return service.json(path + (path.contains("?") ? "&" : "?") + "at=" + System.nanoTime());
    }

    /** Fullnames of what is stored and not deleted. */
    Set<String> stored() {
        Window all = new Window(Instant.EPOCH, START.plus(Duration.ofDays(365)));
        return names(Arrays.stream(ItemKind.values()).flatMap(kind -> store().items().keys(kind, all).stream().map(ItemKey::fullname)));
    }

    /** Fullnames of what the listings of these subreddits show now, less what is gone although it is listed. */
    Set<String> shown(String... names) {
        return names(listed(names).filter(item -> !item.gone()).map(Snapshot::fullname));
    }

    Stream<Snapshot> listed(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(ItemKind.values())
                        .flatMap(kind -> world.newest(name, kind, reddit.instant(), standInSettings().listingCap()).stream()))
                .map(fullname -> world.state(fullname, reddit.instant()).orElseThrow());
    }

    private static Set<String> names(Stream<String> fullnames) {
        return new TreeSet<>(fullnames.toList());
    }

    /** Whatever the listings show is stored as they show it. */
    void assertWhole() {
        assertWhole(subreddits().split(","));
    }

    void assertWhole(String... names) {
        List<Snapshot> listed = listed(names).toList();
        assertThat(listed).isNotEmpty();
        assertStoredAsShown(listed);
    }

    void assertStoredAsShown(List<Snapshot> listed) {
        List<String> differences = new ArrayList<>();
        for (Snapshot shown : listed) {
            Looks expected = Looks.of(shown).settled(shown, reddit.instant());
            Optional<Looks> stored = looks(shown.fullname()).map(looks -> looks.settled(shown, reddit.instant()));
            if (!stored.equals(Optional.of(expected))) {
                differences.add(stored + " instead of " + expected);
            }
        }
        assertThat(differences).isEmpty();
    }

    /** How an item is stored. */
    Optional<Looks> looks(String fullname) {
        return store().items().find(fullname).map(known -> Looks.of(known.item()));
    }

    /** What {@code /health} must say, once it has heard of the last cycle. */
    void assertHealth(int httpStatus, String status, int succeeded, int failed) {
        await().untilAsserted(() -> {
            HttpResponse<String> answer = service.get("/health");
            JsonNode body = service.json("/health");
            assertThat(body.get("application").get("collections_succeeded").asInt()).isEqualTo(succeeded);
            assertThat(body.get("application").get("collections_failed").asInt()).isEqualTo(failed);
            assertThat(body.get("status").asString()).as(body.get("reasons").toString()).isEqualTo(status);
            assertThat(answer.statusCode()).isEqualTo(httpStatus);
        });
    }
}
