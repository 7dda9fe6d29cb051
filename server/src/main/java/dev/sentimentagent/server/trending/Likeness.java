package dev.sentimentagent.server.trending;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * How much two posts are about the same matter, 0 to 1.3: the cosine of their key phrases weighted by rarity (0 to 1), plus up to
 * {@value #FACET_WEIGHT} for what they say about the same tools (see {@link Theme#cohesion}). Posts about different tools have to be far
 * more alike: the same words about another tool are another story.
 */
final class Likeness {
    private static final double FACET_WEIGHT = 0.3;
    private static final double OTHER_TOOL_FACTOR = 0.4;
    /** A shorter title counts as one of so many phrases: having one word in common is little, even if it is all that one of them says. */
    private static final int LEAST_PHRASES = 4;

    private final KeyPhrases keyPhrases;

    Likeness(KeyPhrases keyPhrases) {
        this.keyPhrases = keyPhrases;
    }

    /** What a post is compared by: the sum of products over two posts' common features is their likeness, other tools aside. */
    Map<String, Double> features(RankedPost post) {
        Map<String, Double> features = new HashMap<>();
        double squares = 0;
        double greatest = 0;
        for (String phrase : post.phrases()) {
            double weight = keyPhrases.weight(phrase);
            squares += weight * weight;
            greatest = Math.max(greatest, weight);
            features.put(phrase, weight);
        }
        double length = Math.sqrt(Math.max(squares, LEAST_PHRASES * greatest * greatest));
        features.replaceAll((phrase, weight) -> weight / length);
        long facets = (long) post.toolIds().size() * post.themes().size();
        for (String toolId : post.toolIds()) {
            for (Theme theme : post.themes()) {
                // A tab never stands in a phrase.
                features.put(toolId + '\t' + theme, Math.sqrt(FACET_WEIGHT * theme.cohesion() / facets));
            }
        }
        return features;
    }

    /** What to multiply the sum of products by. */
    static double toolFactor(RankedPost a, RankedPost b) {
        boolean otherTools = !a.toolIds().isEmpty() && !b.toolIds().isEmpty() && Collections.disjoint(a.toolIds(), b.toolIds());
        return otherTools ? OTHER_TOOL_FACTOR : 1;
    }
}
