package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Tally;

/**
 * What is said of one theme, such as pricing.
 *
 * @param tally of the items that were read
 * @param share of those that were read
 * @param mean with its interval; its design effect is that of the whole scope
 * @param sampledOneIn 1 if all were read; else about one in so many
 */
public record ThemeRow(String theme, Tally tally, Share share, Mean mean, Share positive, Share negative, int sampledOneIn) {}
