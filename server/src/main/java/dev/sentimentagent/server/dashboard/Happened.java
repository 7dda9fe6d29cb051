package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.dashboard.chart.TimeChart;
import dev.sentimentagent.server.releases.Release;
import dev.sentimentagent.server.statistics.MethodChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What happened while a line rose or fell.
 *
 * @param address of its page
 */
record Happened(Kind kind, Instant at, String what, String address) implements TimeChart.Event {
    /** What sort of thing, the one that must not be left out first. */
    enum Kind {
        /** Another method scores from then on. */
        METHOD,
        /** A tool was released. */
        RELEASE,
        /** A topic was at its peak. */
        TOPIC
    }

    private static final int MOST_RELEASES = 3;
    /** More would lie over each other. */
    private static final int MOST = 4;

    /**
     * The most discussed topics of a span, in the order of their peaks.
     *
     * @param topics the most discussed first
     * @param of name of the tool that they must be about; empty for any
     */
    static List<Happened> in(Window window, List<Topic> topics, String of) {
        List<Topic> told = new ArrayList<>();
        for (Topic topic : topics) {
            if (told.size() < MOST && window.contains(topic.peakTime()) && isAbout(topic, of) && told.stream().allMatch(
                    other -> apart(topic.peakTime(), other.peakTime(), window))) {
                told.add(topic);
            }
        }
        return told.stream()
                .sorted(Comparator.comparing(Topic::peakTime))
                .map(topic -> new Happened(Kind.TOPIC, topic.peakTime(), topic.theme(), "/topics/" + View.encode(topic.id())))
                .toList();
    }

    /** Where another method began to score. */
    static List<Happened> methods(List<MethodChange> changes) {
        return changes.stream()
                .map(change -> new Happened(Kind.METHOD, change.at(),
                        "From here on scored by " + change.after() + ", before by " + change.before() + ": the levels do not compare",
                        "/help#methods"))
                .toList();
    }

    /**
     * The releases that were discussed most.
     *
     * @param releases the most discussed first
     */
    static List<Happened> released(View view, List<Release> releases) {
        Window window = view.range().window();
        List<Happened> told = new ArrayList<>();
        for (Release release : releases) {
            if (told.size() < MOST_RELEASES && told.stream().allMatch(other -> apart(release.at(), other.at, window))) {
                told.add(new Happened(Kind.RELEASE, release.at(), release.name() + " released",
                        view.to("/posts", Map.of("tool", release.toolId(), "q", release.version()))));
            }
        }
        return told;
    }

    /** Those of both in the order of time; what lies over one of the first is left out. */
    static List<Happened> together(Window window, List<Happened> first, List<Happened> others) {
        return Stream
                .concat(first.stream(), others.stream().filter(other -> first.stream().allMatch(one -> apart(one.at, other.at, window))))
                .sorted(Comparator.comparing(Happened::at))
                .toList();
    }

    @Override
    public String shape() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether their numbers do not lie over each other, on a phone either. */
    private static boolean apart(Instant one, Instant other, Window window) {
        return Duration.between(one, other).abs().compareTo(window.length().dividedBy(18)) > 0;
    }

    /** Names of topics begin with what they are about: "Cursor: pricing and limits", "Cursor and Kiro — rules file". */
    static boolean isAbout(Topic topic, String name) {
        return name.isEmpty() || topic.theme().equals(name) || topic.theme().startsWith(name + ":") || topic.theme().startsWith(name + " —")
                || topic.theme().startsWith(name + " and ");
    }
}
