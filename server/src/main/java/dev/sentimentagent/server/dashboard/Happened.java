package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.dashboard.chart.TimeChart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happened while a line rose or fell: a topic, at its peak.
 *
 * @param address of its page
 */
record Happened(Instant at, String what, String address) implements TimeChart.Event {
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
                    other -> apart(topic, other, window))) {
                told.add(topic);
            }
        }
        return told.stream()
                .sorted(Comparator.comparing(Topic::peakTime))
                .map(topic -> new Happened(topic.peakTime(), topic.theme(), "/topics/" + View.encode(topic.id())))
                .toList();
    }

    /** Whether their numbers do not lie over each other, on a phone either. */
    private static boolean apart(Topic one, Topic other, Window window) {
        return Duration.between(one.peakTime(), other.peakTime()).abs().compareTo(window.length().dividedBy(18)) > 0;
    }

    /** Names of topics begin with what they are about: "Cursor: pricing and limits", "Cursor and Kiro — rules file". */
    private static boolean isAbout(Topic topic, String name) {
        return name.isEmpty() || topic.theme().equals(name) || topic.theme().startsWith(name + ":") || topic.theme().startsWith(name + " —")
                || topic.theme().startsWith(name + " and ");
    }
}
