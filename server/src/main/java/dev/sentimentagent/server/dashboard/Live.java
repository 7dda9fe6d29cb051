package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fresh everything on a page is.
 *
 * @param state for its colour and shape
 * @param words in a few words, for the corner of every page
 * @param advice what to do; empty where nothing is wrong
 * @param age since the last success, where that is all there is to tell: the page goes on counting it
 */
record Live(State state, String words, String advice, Optional<Duration> age) {
    /** Older data are no picture of the present. */
    static final Duration STALE = Duration.ofMinutes(45);
    /** Where it is nobody's question. */
    static final Live UNTOLD = new Live(State.OFF, "", "");

    enum State {
        LIVE, WAITING, STALE, OFF
    }

    private Live(State state, String words, String advice) {
        this(state, words, advice, Optional.empty());
    }

    static Live of(boolean collects, Optional<Instant> next, Optional<Cycle> last, Optional<Instant> success, Instant now) {
        if (refused(last)) {
            return new Live(State.STALE, "Reddit refuses these credentials",
                    "Check REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET, then start again.");
        }
        if (!collects) {
            return new Live(State.OFF, "nothing is collected",
                    "Reddit credentials are not set: what is stored is shown, and nothing new comes in.");
        }
        if (success.isEmpty()) {
            return next.isPresent()
                    ? new Live(State.WAITING, "first collection in " + Show.length(Duration.between(now, next.get())), "")
                    : new Live(State.WAITING, "collecting for the first time", "");
        }
        Duration age = Duration.between(success.get(), now);
        if (age.compareTo(STALE) > 0) {
            return new Live(State.STALE, "stale: last collected " + Show.ago(success.get(), now),
                    "What is newer is missing here; the collection page says why.", Optional.of(age));
        }
        return new Live(State.LIVE, "live, " + Show.ago(success.get(), now), "", Optional.of(age));
    }

    /** Seconds after which data are stale. */
    long stale() {
        return STALE.toSeconds();
    }

    /** Whether Reddit accepted nothing in the last cycle that ended, because of who asked. */
    private static boolean refused(Optional<Cycle> last) {
        return last.filter(cycle -> cycle.status() == CycleStatus.FAILED)
                .filter(cycle -> cycle.subreddits()
                        .stream()
                        .flatMap(report -> report.incidents().stream())
                        .anyMatch(incident -> incident.reason() == Reason.UNAUTHORIZED))
                .isPresent();
    }
}
