package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ToolVerdict;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells what a text that speaks of several tools says of each. Only where it is of another class than what the text says on the whole. Time is linear
 * in the length of the text. Thread-safe.
 */
final class ToolVerdicts {
    private static final int KEPT_CHARACTERS = 1 << 16;

    private final ToolMatcher matcher;
    private final Pool<VerdictReader> readers;

    ToolVerdicts(TalkScorer scorer, ToolMatcher matcher) {
        this.matcher = matcher;
        TalkLexicon lexicon = scorer.lexicon();
        VerdictWords words = new VerdictWords();
        readers = new Pool<>(() -> new VerdictReader(scorer, matcher, lexicon, words));
    }

    /**
     * The tools that a text speaks of, with the verdicts on them.
     *
     * @param toolIds at least two
     * @param subreddit its name; empty if the text is from elsewhere
     * @param whole what it says on the whole
     */
    Mentions mentions(String text, Set<String> toolIds, String subreddit, Score whole) {
        VerdictReader reader = readers.take();
        Map<String, ToolVerdict> found = reader.read(text, matcher.atHome(subreddit));
        if (reader.capacity() <= KEPT_CHARACTERS) {
            readers.giveBack(reader);
        }
        Map<String, ToolVerdict> other = new HashMap<>();
        found.forEach((tool, verdict) -> {
            if (toolIds.contains(tool) && verdict.sentiment() != whole.sentiment()) {
                other.put(tool, verdict);
            }
        });
        return other.isEmpty() ? Mentions.of(toolIds) : new Mentions(toolIds, other);
    }
}
