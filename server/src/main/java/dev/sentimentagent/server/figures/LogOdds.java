package dev.sentimentagent.server.figures;

/**
 * How surely a word belongs to one of two corpora: the z-score of the log-odds ratio with an informative Dirichlet prior.
 *
 * <p>Monroe, Colaresi and Quinn, "Fightin' Words: Lexical Feature Selection and Evaluation for Identifying the Content of Political Conflict",
 * Political Analysis 16 (2008), equations 16, 19, 20 and 22.
 *
 * @param firstTotal words of the first corpus
 * @param secondTotal words of the second
 * @param backgroundTotal words of what the prior is taken from
 * @param priorTotal how many words the prior weighs
 */
record LogOdds(double firstTotal, double secondTotal, double backgroundTotal, double priorTotal) {
    /** Above 0 if the word belongs to the first. */
    double z(double first, double second, double background) {
        double prior = priorTotal * background / backgroundTotal;
        double delta = logOdds(first, firstTotal, prior) - logOdds(second, secondTotal, prior);
        return delta / Math.sqrt(1 / (first + prior) + 1 / (second + prior));
    }

    private double logOdds(double count, double total, double prior) {
        return Math.log((count + prior) / (total + priorTotal - count - prior));
    }
}
