package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Scores texts and finds the tools they speak of: the one way in which an item gets its score, whether it is collected, imported or
 * invented. Thread-safe.
 */
public final class ItemAnalyzer {
    private final SentimentScorer scorer;
    private final ToolMatcher tools;

    ItemAnalyzer(SentimentScorer scorer, ToolMatcher tools) {
        this.scorer = scorer;
        this.tools = tools;
    }

    /** An analyzer of its own, which reads the data of scorer and catalogue: share it. */
    public static ItemAnalyzer of(SentimentMethod method, ToolCatalogue catalogue) {
        return of(method, new ToolMatcher(catalogue));
    }

    /** The same with a matcher that is there already. */
    public static ItemAnalyzer of(SentimentMethod method, ToolMatcher tools) {
        return new ItemAnalyzer(Scorers.of(method), tools);
    }

    /** An analyzer with the same scorer that looks for other tools. */
    public ItemAnalyzer with(ToolMatcher other) {
        return other == tools ? this : new ItemAnalyzer(scorer, other);
    }

    /** The scorer as its scores name it. */
    public Selection.Scorer scorer() {
        return new Selection.Scorer(scorer.method(), scorer.version());
    }

    /** Tells what made the scores that this gives. */
    public ScoreExplainer explainer() {
        return new ScoreExplainer(scorer);
    }

    public ScoredItem analyze(Item item) {
        return withTools(item, scorer.score(item.text()));
    }

    /** Analyzes several items, for which the scorer may have a faster way than one after the other; in the order given. */
    public List<ScoredItem> analyzeAll(List<? extends Item> items) {
        List<Score> scores = scorer.scoreAll(items.stream().map(Item::text).toList());
        List<ScoredItem> analyzed = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            analyzed.add(withTools(items.get(i), scores.get(i)));
        }
        return analyzed;
    }

    /** Whether the present scorer, in its present version, has made that score. */
    public boolean made(Score score) {
        return scorer.made(score);
    }

    /** Looks for the tools of a stored item again: with the score that it has, which counts as makeshift and so replaces no other. */
    public ScoredItem match(ScoredItem stored) {
        return new ScoredItem(stored.item(), stored.score(), stored.item().deleted() ? Set.of() : tools.match(stored.item()), true);
    }

    /**
     * Analyzes a text that is no item.
     *
     * @param subreddit its name without {@code r/}, in whatever case; empty if the text is from elsewhere
     */
    public Analysis analyze(String text, String subreddit) {
        return new Analysis(scorer.score(text), tools.match(text, subreddit));
    }

    private ScoredItem withTools(Item item, Score score) {
        return new ScoredItem(item, score, Mentions.of(item.deleted() ? Set.of() : tools.match(item)), false, !scorer.made(score));
    }
}
