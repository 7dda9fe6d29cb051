package dev.sentimentagent.server.figures;

/**
 * A word or phrase that tells praise from complaint.
 *
 * @param z how surely, in standard errors of the log-odds ratio: above 0 it stands in praise, below in complaint; at least 2 in size
 * @param inPraise how many of the positive items that were read have it
 * @param inComplaint how many of the negative ones
 * @param authors how many people used it, at least 5
 */
public record TellingPhrase(String phrase, double z, int inPraise, int inComplaint, int authors) {}
