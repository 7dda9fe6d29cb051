package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.sentiment.SentimentScorer;
import dev.sentimentagent.sentiment.ToolMatcher;
import java.util.Set;

/** Scores an item and finds the tools it speaks of. Thread-safe. */
public final class ItemAnalyzer {
    private final SentimentScorer scorer;
    private final ToolMatcher tools;

    public ItemAnalyzer(SentimentScorer scorer, ToolMatcher tools) {
        this.scorer = scorer;
        this.tools = tools;
    }

    public ScoredItem analyze(Item item) {
        return new ScoredItem(item, scorer.score(item.text()), item.deleted() ? Set.of() : tools.match(item.text(), item.subreddit()));
    }
}
