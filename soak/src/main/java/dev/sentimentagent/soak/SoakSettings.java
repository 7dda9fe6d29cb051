package dev.sentimentagent.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * What a soak is to be like.
 *
 * @param home the folder of the program, in which {@code sentimentagent} lies
 * @param folder where the database, the logs and the report go
 * @param length simulated time to run for
 * @param cycles number of cycles that must have ended in any case, in however long a time
 * @param factor how many times as fast as the machine's its clock runs
 * @param volume of the invented Reddit: 1 is about 2 500 items a day, 6 about 15 000
 * @param seed of the invented Reddit and of the faults
 * @param maxRssMb largest resident set that is accepted
 */
record SoakSettings(Path home, Path folder, Duration length, int cycles, double factor, double volume, long seed, int maxRssMb) {
    /** What the service's clock shows when the soak begins. */
    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    /** From one start of a cycle to the next, simulated. */
    static final Duration INTERVAL = Duration.ofMinutes(30);
    /** How much there is on the invented Reddit already when the soak begins. */
    static final Duration HISTORY = Duration.ofDays(1);

    SoakSettings {
        if (!length.isPositive()) {
            throw new IllegalArgumentException("a soak must last");
        }
    }

    Instant end() {
        return START.plus(length);
    }

    Path database() {
        return folder.resolve("soak.db");
    }
}
