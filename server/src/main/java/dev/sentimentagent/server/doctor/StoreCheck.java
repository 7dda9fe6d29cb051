package dev.sentimentagent.server.doctor;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.server.settings.HealthThresholds;
import dev.sentimentagent.server.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The store: whether it opens, what it says of itself, and whether its sums are right. */
record StoreCheck(Settings settings, Doctor.StoreOpener opener, TimeSource time) implements Check {
    private static final String STORE = "store";
    private static final String CYCLE = "cycle";
    private static final String GAPS = "gaps";
    private static final String GROWTH = "growth";
    private static final Duration LOOKED_BACK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public List<Finding> look() {
        Optional<Path> file = settings.store().address().file();
        if (file.isPresent() && !Files.exists(file.get())) {
            return List.of(Finding.ok(STORE, file.get() + " is not there yet; the first start makes it"));
        }
        List<Finding> findings = new ArrayList<>();
        try (Store store = opener.open()) {
            findings.add(rows(store));
            if (file.isEmpty()) {
                findings.add(new CollectorCheck(store, InstantSource.system()).look());
            }
            findings.add(lastCycle(store));
            findings.add(gaps(store));
            findings.add(growth(store, file));
            findings.add(new RollupCheck(store).look());
            findings.add(new ScoresCheck(store, ItemAnalyzer.of(settings.collection().sentimentMethod(), ToolCatalogue.standard())).look());
        } catch (StoreException e) {
            findings.add(Finding.fail(STORE, e.getMessage() == null ? e.toString() : e.getMessage(), "see Store in the runbook"));
        }
        return findings;
    }

    private static Finding rows(Store store) {
        var rows = store.rowCounts();
        return Finding.ok(
                STORE,
                "%s, schema up to date, %,d posts, %,d comments, %,d MB".formatted(
                        store.backend(),
                        rows.getOrDefault("post", 0L),
                        rows.getOrDefault("comment", 0L),
                        store.sizeBytes() >> 20));
    }

    private Finding lastCycle(Store store) {
        List<Cycle> recent = store.cycles().recent(2);
        if (recent.isEmpty()) {
            return Finding.ok(CYCLE, "none has run yet");
        }
        Cycle last = recent.getFirst();
        Counts counts = last.counts();
        String says = "%s %s, %,d items, %,d of them rejected".formatted(last.id(), last.status().label(), counts.fetched(),
                counts.rejected());
        Optional<Incident> refused = last.subreddits()
                .stream()
                .flatMap(report -> report.incidents().stream())
                .filter(incident -> incident.reason() == Reason.UNAUTHORIZED)
                .findFirst();
        if (refused.isPresent()) {
            return Finding.fail(CYCLE, says + "; Reddit refused the credentials",
                    "correct REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET, restart");
        }
        HealthThresholds thresholds = settings.health().thresholds();
        if (recent.size() == 1 && last.status() == CycleStatus.RUNNING
                && Duration.between(last.startedAt(), time.instant()).compareTo(thresholds.degradedFreshness()) < 0) {
            return Finding.ok(CYCLE, says + "; the first one takes some minutes");
        }
        Duration age = Duration.between(store.cycles().lastSuccess().orElse(Instant.EPOCH), time.instant());
        if (age.compareTo(thresholds.degradedFreshness()) <= 0) {
            return Finding.ok(CYCLE, says + "; last success " + age.toMinutes() + " min ago");
        }
        String old = says + store.cycles().lastSuccess().map(at -> "; last success at " + at).orElse("; none ever succeeded");
        String todo = "start the service if it does not run; if it does, its log and /api/v1/collections say why nothing is collected";
        return age.compareTo(thresholds.unhealthyFreshness()) <= 0 ? Finding.warn(CYCLE, old, todo) : Finding.fail(CYCLE, old, todo);
    }

    private Finding gaps(Store store) {
        List<Gap> gaps = store.cycles().gaps(Window.ending(time.instant(), LOOKED_BACK));
        if (gaps.isEmpty()) {
            return Finding.ok(GAPS, "none in the last 7 days");
        }
        Gap newest = gaps.getFirst();
        return Finding.warn(
                GAPS,
                "%d in the last 7 days, the newest in r/%s from %s to %s (%s)"
                        .formatted(gaps.size(), newest.subreddit(), newest.from(), newest.to(), newest.reason()),
                "a shorter COLLECTION_INTERVAL_MINUTES if they go on; import a dump of the time for what is missing");
    }

    /** As the items of the last day would have it: what an item takes on average, times how many came. */
    private Finding growth(Store store, Optional<Path> file) {
        var rows = store.rowCounts();
        long items = rows.getOrDefault("post", 0L) + rows.getOrDefault("comment", 0L);
        long lastDay = store.items().count(Window.ending(time.instant(), DAY)).values().stream().mapToLong(Long::longValue).sum();
        double perDay = items == 0 ? 0 : (double) store.sizeBytes() / items * lastDay;
        // How much room a server has it does not tell.
        long free = file.map(there -> there.toFile().getUsableSpace()).orElse(Long.MAX_VALUE);
        long days = perDay < 1 || file.isEmpty() ? Long.MAX_VALUE : (long) (free / perDay);
        String says = "some %,.1f MB come in a day".formatted(perDay / (1 << 20))
                + settings.store().retention().map(kept -> ", deleted after " + kept.toDays() + " days").orElse(", and nothing is deleted");
        boolean lasts = days > settings.store().retention().map(Duration::toDays).orElse(365L);
        return lasts
                ? Finding.ok(GROWTH, says)
                : Finding.warn(GROWTH, says + "; the disk is full in " + days + " days", "make room, or a smaller DATA_RETENTION_DAYS");
    }
}
