package dev.sentimentagent.server.trending;

import java.util.Collections;

/**
 * How much two posts are about the same matter, 0 to 1.3: the cosine of their terms weighted by how much they tell (0 to 1), plus up to
 * {@value #FACET_WEIGHT} for what they say about the same tools (see {@link Theme#cohesion}). Posts about different tools have to be far
 * more alike: the same words about another tool are another story.
 */
final class Likeness {
    private static final double FACET_WEIGHT = 0.3;
    private static final double OTHER_TOOL_FACTOR = 0.4;
    /** A shorter title counts as one of so many terms: having one word in common is little, even if it is all that one of them says. */
    private static final int LEAST_TERMS = 4;

    private final Week week;

    Likeness(Week week) {
        this.week = week;
    }

    /** Weights of the post's terms: the sum of products over two posts' common terms is their likeness, other tools aside. */
    double[] weights(RankedPost post) {
        int[] terms = post.terms();
        double[] weights = new double[terms.length];
        // The facets are the last terms, theme by theme for each tool: see Features.
        int facets = post.toolIds().size() * post.themes().size();
        int words = terms.length - facets;
        double squares = 0;
        double greatest = 0;
        for (int i = 0; i < words; i++) {
            weights[i] = week.weight(terms[i]);
            squares += weights[i] * weights[i];
            greatest = Math.max(greatest, weights[i]);
        }
        double length = Math.sqrt(Math.max(squares, LEAST_TERMS * greatest * greatest));
        for (int i = 0; i < words; i++) {
            weights[i] /= length;
        }
        for (int i = 0; i < facets; i++) {
            Theme theme = post.themes().get(i % post.themes().size());
            weights[words + i] = Math.sqrt(FACET_WEIGHT * theme.cohesion() / facets);
        }
        return weights;
    }

    /** What to multiply the sum of products by. */
    static double toolFactor(RankedPost a, RankedPost b) {
        boolean otherTools = !a.toolIds().isEmpty() && !b.toolIds().isEmpty() && Collections.disjoint(a.toolIds(), b.toolIds());
        return otherTools ? OTHER_TOOL_FACTOR : 1;
    }
}
