package dev.sentimentagent.model.detection;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that is spoken of like a tool and stands in no catalogue.
 *
 * @param id made from the name: lower case with hyphens
 * @param name as it is most often written
 * @param aliases spellings that it is known by, lower case
 * @param mentions items that named it in seven days, when it was last counted
 * @param threshold how many made it pending
 * @param samples fullnames of some of these items; their text is not kept here, so that what is deleted stays so
 * @param firstDetected when it became pending, in milliseconds
 * @param decidedBy who approved or rejected it last; null while it is pending
 * @param decidedAt when; null while it is pending
 */
public record DetectedTool(String id, String name, List<String> aliases, DetectionStatus status, long mentions, int threshold,
        List<String> samples, Instant firstDetected, @Nullable String decidedBy, @Nullable Instant decidedAt) {
    public DetectedTool {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        aliases = List.copyOf(aliases);
        samples = List.copyOf(samples);
    }

    /** One that nothing was decided of. */
    public static DetectedTool pending(String id, String name, List<String> aliases, long mentions, int threshold, List<String> samples,
            Instant now) {
        return new DetectedTool(id, name, aliases, DetectionStatus.PENDING, mentions, threshold, samples, now, null, null);
    }

    /** The same, decided. */
    public DetectedTool decided(DetectionStatus how, String who, Instant when) {
        return new DetectedTool(id, name, aliases, how, mentions, threshold, samples, firstDetected, who, when);
    }
}
