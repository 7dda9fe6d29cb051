package dev.sentimentagent.model.job;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Window;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which stored items a job looks at, and what for. The tools of each are looked for again.
 *
 * @param from those created then or later; null for no bound
 * @param to those created then or earlier; null for no bound
 * @param toolIds the tools because of which it was asked for, if any: they narrow nothing
 * @param speakingOf only those that speak of this tool by now; null for all
 * @param rescores whether those that another scorer, or another version of it, has scored get the present one's score too
 * @param batchSize items between two pauses; 1 to {@value #MAX_BATCH}
 */
public record JobScope(@Nullable Instant from, @Nullable Instant to, @Nullable List<String> toolIds, @Nullable String speakingOf,
        boolean rescores, int batchSize) {
    public static final int MAX_BATCH = 1000;
    public static final int DEFAULT_BATCH = 100;
    /** After everything that a date of four digits can name. */
    private static final Instant NEVER = Instant.parse("+10000-01-03T00:00:00Z");

    public JobScope {
        toolIds = toolIds == null ? null : List.copyOf(toolIds);
        if (batchSize < 1 || batchSize > MAX_BATCH) {
            throw new IllegalArgumentException("a batch has 1 to " + MAX_BATCH + " items, not " + batchSize);
        }
    }

    /** All that is stored. */
    public static JobScope all(boolean rescores) {
        return new JobScope(null, null, null, null, rescores, DEFAULT_BATCH);
    }

    /** All that is stored, because of a tool. */
    public static JobScope because(String toolId) {
        return new JobScope(null, null, List.of(requireNonNull(toolId, "toolId")), null, false, DEFAULT_BATCH);
    }

    /** When the items were created. */
    public Window created() {
        // Creation is known to the second, and the end belongs to it.
        return new Window(from == null ? Instant.EPOCH : from, to == null ? NEVER : to.plusMillis(1));
    }
}
