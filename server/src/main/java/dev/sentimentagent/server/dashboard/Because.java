package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Topic;
import dev.sentimentagent.server.figures.Moved;
import dev.sentimentagent.server.releases.Release;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people spoke of when a tool moved a score: a topic about it that speaks as the tool moved, or else a version of it. That it came because
 * of this is the reader's to judge.
 *
 * @param address where it can be read
 */
record Because(String what, String address) {
    /**
     * The most discussed.
     *
     * @param before the mean of everything before: what speaks better of its tool has pulled it up
     * @param topics those with their peaks in the span
     * @param releases those of the span, the most discussed first
     */
    static Optional<Because> of(View view, Moved.Part part, double before, List<Topic> topics, List<Release> releases) {
        return topics.stream()
                .filter(topic -> Happened.isAbout(topic, part.name()) && !subject(topic).isEmpty())
                .filter(topic -> (topic.sentiment().averageCompound() - before) * part.total() > 0)
                .max(Comparator.comparingLong(topic -> topic.sentiment().total()))
                .map(topic -> new Because(
                        subject(topic) + ", " + Show.plural(topic.sentiment().total(), "text", "texts"),
                        view.to("/topics/" + View.encode(topic.id()))))
                .or(() -> releases.stream()
                        .filter(release -> release.toolId().equals(part.id()))
                        .findFirst()
                        .map(release -> new Because("release " + release.version(),
                                view.to("/posts", Map.of("tool", release.toolId(), "q", release.version())))));
    }

    /** What a topic is about beside its tools, whose names stand first. */
    private static String subject(Topic topic) {
        String[] parts = topic.theme().split(": | — ", 2);
        return parts.length < 2 ? "" : parts[1];
    }
}
