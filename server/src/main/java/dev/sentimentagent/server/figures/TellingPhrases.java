package dev.sentimentagent.server.figures;

import java.util.List;

/**
 * What tells praise from complaint.
 *
 * @param praise the surest first
 * @param complaint the surest first
 * @param read how many items were read
 * @param sampledOneIn 1 if all were read; else about one in so many
 */
public record TellingPhrases(List<TellingPhrase> praise, List<TellingPhrase> complaint, int read, int sampledOneIn) {
    public TellingPhrases {
        praise = List.copyOf(praise);
        complaint = List.copyOf(complaint);
    }
}
