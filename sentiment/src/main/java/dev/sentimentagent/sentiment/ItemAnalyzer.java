package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scores texts and finds the tools they speak of: the one way in which an item gets its score, whether it is collected, imported or
 * invented. Thread-safe.
 */
public final class ItemAnalyzer {
    private final SentimentScorer scorer;
    private final ToolMatcher tools;
    /** Null if the scorer gives a text one score for all that it speaks of. */
    private final @Nullable ToolVerdicts verdicts;

    ItemAnalyzer(SentimentScorer scorer, ToolMatcher tools) {
        this.scorer = scorer;
        this.tools = tools;
        this.verdicts = scorer instanceof TalkScorer talk ? new ToolVerdicts(talk, tools) : null;
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

    /** Whether an item that speaks of several tools gets a verdict on each. */
    public boolean givesVerdicts() {
        return verdicts != null;
    }

    /** Tells what made the scores that this gives. */
    public ScoreExplainer explainer() {
        return new ScoreExplainer(scorer);
    }

    public ScoredItem analyze(Item item) {
        String text = item.text();
        return withTools(item, text, scorer.score(judged(item, text)));
    }

    /** Analyzes several items, for which the scorer may have a faster way than one after the other; in the order given. */
    public List<ScoredItem> analyzeAll(List<? extends Item> items) {
        // A post's text is put together each time that it is asked for.
        List<String> texts = new ArrayList<>(items.size());
        List<String> judged = new ArrayList<>(items.size());
        for (Item item : items) {
            String text = item.text();
            texts.add(text);
            judged.add(judged(item, text));
        }
        List<Score> scores = scorer.scoreAll(judged);
        List<ScoredItem> analyzed = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            analyzed.add(withTools(items.get(i), texts.get(i), scores.get(i)));
        }
        return analyzed;
    }

    /** Whether the present scorer, in its present version, has made that score. */
    public boolean made(Score score) {
        return scorer.made(score);
    }

    /** Looks for the tools of a stored item again: with the score that it has, which counts as makeshift and so replaces no other. */
    public ScoredItem match(ScoredItem stored) {
        Item item = stored.item();
        Mentions mentions = stored.counts() ? mentions(item.text(), item.subreddit(), stored.score()) : Mentions.NONE;
        return new ScoredItem(item, stored.score(), mentions, stored.bot(), true);
    }

    /**
     * Analyzes a text that is no item.
     *
     * @param subreddit its name without {@code r/}, in whatever case; empty if the text is from elsewhere
     */
    public Analysis analyze(String text, String subreddit) {
        Score score = scorer.score(text);
        return new Analysis(score, mentions(text, subreddit, score));
    }

    /** What is scored of an item: nothing of a post that only shares another thread, whose title is as a rule that of the other. */
    private String judged(Item item, String text) {
        return verdicts != null && item instanceof Post post && Crossposts.is(post) ? "" : text;
    }

    private ScoredItem withTools(Item item, String text, Score score) {
        if (Bots.wrote(item, text)) {
            return new ScoredItem(item, Score.unjudged(scorer.method(), scorer.version()), Mentions.NONE, true, false);
        }
        Mentions mentions = item.deleted() ? Mentions.NONE : mentions(text, item.subreddit(), score);
        return new ScoredItem(item, score, mentions, false, !scorer.made(score));
    }

    /** Only texts that speak of several tools are read again for what they say of each. */
    private Mentions mentions(String text, String subreddit, Score score) {
        Set<String> found = tools.match(text, subreddit);
        return found.size() < 2 || verdicts == null || !score.judged() || !scorer.made(score)
                ? Mentions.of(found)
                : verdicts.mentions(text, found, subreddit, score);
    }
}
