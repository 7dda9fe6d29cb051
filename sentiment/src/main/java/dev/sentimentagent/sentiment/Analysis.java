package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Score;
import java.util.Set;

/**
 * What was made of a text.
 *
 * @param mentions the tools it speaks of
 */
public record Analysis(Score score, Mentions mentions) {
    /** Ids of the tools it speaks of. */
    public Set<String> toolIds() {
        return mentions.toolIds();
    }
}
