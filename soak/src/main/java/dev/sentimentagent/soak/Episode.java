package dev.sentimentagent.soak;

import dev.sentimentagent.standin.FaultRule;
import java.time.Instant;

/** Something that goes wrong at a planned (simulated) time. */
sealed interface Episode {
    Instant from();

    /** A fault of Reddit's that lasts until it is taken away. */
    record Trouble(String name, Instant from, Instant until, FaultRule rule) implements Episode {}

    /**
     * The service's process ends, and a new one is started.
     *
     * @param kill whether by SIGKILL in the middle of a cycle, else by SIGTERM
     */
    record Restart(Instant from, boolean kill) implements Episode {}
}
