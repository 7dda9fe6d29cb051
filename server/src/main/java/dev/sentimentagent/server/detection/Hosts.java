package dev.sentimentagent.server.detection;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the host of a link is called after. */
final class Hosts {
    private static final Set<String> SECOND_LEVEL = Set.of("co", "com", "org", "ac", "net", "gov");

    private Hosts() {}

    /** The part of a host that somebody has chosen; empty if there is none: of {@code docs.goose.dev} {@code goose}. */
    static String name(String host) {
        List<String> labels = Arrays.stream(host.split("\\.")).filter(label -> !label.isEmpty()).toList();
        int at = labels.size() - 2;
        if (at > 0 && labels.getLast().length() == 2 && SECOND_LEVEL.contains(labels.get(at))) {
            at--;
        }
        return at < 0 ? "" : labels.get(at);
    }
}
