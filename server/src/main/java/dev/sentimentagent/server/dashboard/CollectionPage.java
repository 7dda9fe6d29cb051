package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.SubredditReport;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.reddit.RequestBudget;
import dev.sentimentagent.server.dashboard.chart.CoverageLine;
import dev.sentimentagent.server.statistics.Scoring;
import gg.jte.models.runtime.JteModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** {@code /collection}: what was collected, what could not be, and why. */
record CollectionPage(Shell shell, List<Cycle> cycles, Optional<Instant> success, List<Trouble> troubles, List<Gap> gaps,
        List<CoverageLine> lines, List<SetAside> setAside, boolean collects, Optional<Instant> next,
        Optional<RequestBudget> budget) implements Shown {
    private static final int CYCLES = 48;

    /** What went wrong for one reason in the cycles that are shown. */
    record Trouble(Reason reason, String words, long count, String subreddits, Instant last, String detail) {}

    /** How many texts of a subreddit do not count as what its people said in English. */
    record SetAside(String subreddit, long bots, long foreign) {}

    static Shown of(Site site, View view) {
        if (LaterPage.needed(site, site.figures().atHand(view.scope()))) {
            return LaterPage.of(site, view, "Collection", "How the collection goes");
        }
        List<Cycle> cycles = site.store().cycles().recent(CYCLES);
        List<Coverage> coverages = site.store().cycles().coverages();
        List<Gap> gaps = site.store().cycles().gaps(view.range().window());
        String only = view.subreddit();
        List<CoverageLine> lines = site.subreddits()
                .stream()
                .filter(name -> only == null || SubredditName.same(name, only))
                .map(name -> CoverageLine.of(name, coverages.stream().filter(one -> SubredditName.same(one.subreddit(), name)),
                        gaps.stream().filter(gap -> SubredditName.same(gap.subreddit(), name)), view.range().window()))
                .toList();
        return new CollectionPage(site.shell("Collection", view, true), cycles, site.store().cycles().lastSuccess(), troubles(cycles), gaps,
                lines, setAside(site, view), site.parts().collector().collects(), site.parts().collector().nextStart(),
                site.parts().collector().budget());
    }

    private static List<SetAside> setAside(Site site, View view) {
        Scoring scoring = site.figures().scoring();
        Window window = view.range().window();
        String only = view.subreddit();
        return site.subreddits()
                .stream()
                .filter(name -> only == null || SubredditName.same(name, only))
                .map(name -> new SetAside(name, scoring.bots(name, window), scoring.foreign(name, window)))
                .filter(aside -> aside.bots + aside.foreign > 0)
                .toList();
    }

    long bots() {
        return setAside.stream().mapToLong(SetAside::bots).sum();
    }

    long foreign() {
        return setAside.stream().mapToLong(SetAside::foreign).sum();
    }

    private static List<Trouble> troubles(List<Cycle> cycles) {
        record Met(Cycle cycle, SubredditReport report, Incident incident) {}
        Map<Reason, List<Met>> byReason = new EnumMap<>(Reason.class);
        for (Cycle cycle : cycles) {
            for (SubredditReport report : cycle.subreddits()) {
                for (Incident incident : report.incidents()) {
                    byReason.computeIfAbsent(incident.reason(), _ -> new ArrayList<>()).add(new Met(cycle, report, incident));
                }
            }
        }
        List<Trouble> troubles = new ArrayList<>();
        byReason.forEach((reason, met) -> {
            TreeSet<String> names = new TreeSet<>(met.stream().map(one -> "r/" + one.report.subreddit()).toList());
            String shown = names.size() > 3 ? names.size() + " subreddits" : String.join(", ", names);
            troubles.add(new Trouble(reason, Reasons.words(reason), met.stream().mapToLong(one -> one.incident.count()).sum(), shown,
                    met.getFirst().cycle.startedAt(), met.getFirst().incident.detail()));
        });
        troubles.sort(Comparator.comparing(Trouble::last).reversed());
        return troubles;
    }

    String finding() {
        if (cycles.isEmpty()) {
            return collects ? "Nothing has been collected yet" : "Nothing is collected";
        }
        long bad = cycles.stream().filter(cycle -> cycle.status() == CycleStatus.FAILED || cycle.status() == CycleStatus.INTERRUPTED)
                .count();
        long partly = cycles.stream().filter(cycle -> cycle.status() == CycleStatus.PARTIAL).count();
        if (bad > 0) {
            return bad + " of the last " + cycles.size() + " rounds failed";
        }
        return partly > 0 ? partly + " of the last " + cycles.size() + " rounds missed something" : "All is collected as it should be";
    }

    /** How much of the span is known. */
    String covered() {
        return (gaps.isEmpty() ? "No gaps" : Show.plural(gaps.size(), "gap", "gaps")) + " in " + shell.view().range().label();
    }

    String about(Cycle cycle) {
        Instant end = cycle.endedAt();
        return Show.time(cycle.startedAt()) + ": " + cycle.status().label()
                + (end == null ? "" : " in " + Show.length(Duration.between(cycle.startedAt(), end))) + ", "
                + Show.plural(cycle.counts().stored(), "new post or comment", "new posts and comments");
    }

    /** Oldest first, as time goes. */
    List<Cycle> strip() {
        return cycles.reversed();
    }

    @Override
    public JteModel html(Templates templates) {
        return templates.collection(this);
    }

    @Override
    public Optional<Sheet> sheet(String name) {
        return switch (name) {
            case "rounds" -> {
                Sheet sheet = new Sheet("id", "started", "ended", "status", "fetched", "stored", "updated", "unchanged", "rejected",
                        "requests");
                cycles.forEach(cycle -> sheet.row(cycle.id(), cycle.startedAt().toString(),
                        cycle.endedAt() == null ? null : String.valueOf(cycle.endedAt()), cycle.status().label(), cycle.counts().fetched(),
                        cycle.counts().stored(), cycle.counts().updated(), cycle.counts().unchanged(), cycle.counts().rejected(),
                        cycle.requests()));
                yield Optional.of(sheet);
            }
            case "troubles" -> {
                Sheet sheet = new Sheet("reason", "what", "where", "times", "last", "detail");
                troubles.forEach(trouble -> sheet.row(trouble.reason().label(), trouble.words(), trouble.subreddits(), trouble.count(),
                        trouble.last().toString(), trouble.detail()));
                yield Optional.of(sheet);
            }
            case "set-aside" -> {
                Sheet sheet = new Sheet("subreddit", "bots", "not_english");
                setAside.forEach(aside -> sheet.row(aside.subreddit, aside.bots, aside.foreign));
                yield Optional.of(sheet);
            }
            case "gaps" -> {
                Sheet sheet = new Sheet("subreddit", "listing", "from", "to", "reason");
                gaps.forEach(gap -> sheet.row(gap.subreddit(), gap.listing().path(), gap.from().toString(), gap.to().toString(),
                        gap.reason().label()));
                yield Optional.of(sheet);
            }
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<JteModel> picture(Templates templates, String name) {
        return name.equals("collection") ? new Pictures(templates).collection(this) : Optional.empty();
    }
}
