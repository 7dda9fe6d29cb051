package dev.sentimentagent.server.figures;

import java.util.List;

/**
 * What the texts of a scope say: its themes, what tells praise from complaint, who goes from which tool to which, and the posts that speak best
 * and worst of it.
 *
 * @param themes the most frequent first
 * @param switches the most frequent first; of a scope with a tool those that concern it
 * @param best the most telling first
 * @param worst the most telling first
 * @param read how many texts were read for phrases and themes
 * @param sampledOneIn 1 if all were read; else about one in so many
 */
public record Spoken(TellingPhrases phrases, List<ThemeRow> themes, List<Switch> switches, List<Quote> best, List<Quote> worst, int read,
        int sampledOneIn) {
    public Spoken {
        themes = List.copyOf(themes);
        switches = List.copyOf(switches);
        best = List.copyOf(best);
        worst = List.copyOf(worst);
    }
}
