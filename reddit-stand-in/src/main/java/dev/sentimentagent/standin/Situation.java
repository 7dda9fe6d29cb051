package dev.sentimentagent.standin;

import java.util.SplittableRandom;

/** What a generated text speaks of. */
record Situation(Product tool, Product rival, String version, String feature, String subreddit, Stance stance) {
    /** The name that stands for a slot of the grammar. */
    String name(String slot, SplittableRandom random) {
        return switch (slot) {
            case "tool" -> tool.spelling(random);
            case "rival" -> rival.spelling(random);
            case "version" -> version;
            case "feature" -> feature;
            case "sub" -> subreddit;
            default -> throw new IllegalArgumentException("the grammar names nothing " + slot);
        };
    }
}
