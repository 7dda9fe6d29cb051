package dev.sentimentagent.server.figures;

import java.util.List;

/**
 * What moved a mean score: the change from the preceding window, split exactly into parts. The parts add up to {@code after − before}.
 *
 * @param before mean of the preceding window
 * @param after mean of the window
 * @param parts the one that moved it most first; those of a group that is in neither window are absent
 * @param sampledOneIn 1 if all items were counted; else about one in so many, and the means are those of the sample
 */
public record Moved(double before, double after, long itemsBefore, long itemsAfter, List<Part> parts, int sampledOneIn) {
    public Moved {
        parts = List.copyOf(parts);
    }

    /** {@code after − before}. */
    public double difference() {
        return after - before;
    }

    /**
     * What one group has to do with it.
     *
     * @param id of the tool, subreddit, topic or theme; empty for everything else
     * @param weightBefore its share of the items before, 0 to 1; an item of several groups counts by equal parts
     * @param weightAfter its share of the items after
     * @param meanBefore its mean score before; {@code meanAfter}, if it had none: all of its part then comes of its weight
     * @param meanAfter its mean score after; {@code meanBefore}, if it has none
     * @param byTone part of the change that comes of how it is spoken of: w₁ (m₁ − m₀)
     * @param byWeight part that comes of how much it is spoken of: (w₁ − w₀) (m₀ − M₀)
     */
    public record Part(String id, String name, double weightBefore, double weightAfter, double meanBefore, double meanAfter, double byTone,
            double byWeight) {
        public double total() {
            return byTone + byWeight;
        }
    }
}
