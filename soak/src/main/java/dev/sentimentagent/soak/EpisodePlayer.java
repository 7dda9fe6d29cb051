package dev.sentimentagent.soak;

import dev.sentimentagent.standin.Faults;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets the planned troubles begin and end as time goes by. For one thread. */
final class EpisodePlayer {
    private final Deque<Episode> coming;
    private final Faults faults;
    private final Map<Long, Episode.Trouble> running = new LinkedHashMap<>();

    EpisodePlayer(List<Episode> plan, Faults faults) {
        this.coming = new ArrayDeque<>(plan);
        this.faults = faults;
    }

    /** Begins and ends what is due; returns a restart that is due now, if there is one. */
    Optional<Episode.Restart> play(Instant now) {
        List<Long> over = new ArrayList<>();
        running.forEach((id, trouble) -> {
            if (!trouble.until().isAfter(now)) {
                faults.remove(id);
                over.add(id);
            }
        });
        over.forEach(running::remove);
        Optional<Episode.Restart> restart = Optional.empty();
        while (restart.isEmpty() && !coming.isEmpty() && !coming.getFirst().from().isAfter(now)) {
            switch (coming.removeFirst()) {
                case Episode.Restart due -> restart = Optional.of(due);
                case Episode.Trouble trouble -> running.put(faults.add(trouble.rule()), trouble);
            }
        }
        return restart;
    }

    /** Ends all that runs and forgets what was to come. */
    void stop() {
        coming.clear();
        running.clear();
        faults.clear();
    }
}
