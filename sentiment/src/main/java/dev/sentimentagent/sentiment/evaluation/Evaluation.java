package dev.sentimentagent.sentiment.evaluation;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.sentiment.SentimentScorer;
import java.util.List;
import java.util.Locale;

/** What a scorer makes of labelled texts, one after another: counts, however many texts there are. Not thread-safe. */
public final class Evaluation {
    private static final List<Sentiment> ORDER = List.of(Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.POSITIVE);

    private final SentimentScorer scorer;
    private final Confusion confusion = new Confusion();
    private final Reliability reliability = new Reliability();
    private long unjudged;
    private long foreign;

    public Evaluation(SentimentScorer scorer) {
        this.scorer = scorer;
    }

    public void add(LabelledText text) {
        Score score = scorer.score(text.text());
        confusion.add(text.label(), score.sentiment());
        reliability.add(score.confidence(), score.sentiment() == text.label());
        unjudged += score.judged() ? 0 : 1;
        foreign += score.foreign() ? 1 : 0;
    }

    public Confusion confusion() {
        return confusion;
    }

    /** All of it in Markdown; figures in brackets are the bounds of 95 % of resampled texts. */
    public String markdown() {
        StringBuilder out = new StringBuilder();
        Bootstrap resampled = new Bootstrap(confusion);
        Bootstrap.Interval accuracy = resampled.of(Confusion::accuracy);
        Bootstrap.Interval macroF1 = resampled.of(Confusion::macroF1);
        line(out, "### %s %s%n", scorer.method(), scorer.version());
        line(out, "accuracy %.3f [%.3f, %.3f], macro-F1 %.3f [%.3f, %.3f], calibration error %.3f", confusion.accuracy(), accuracy.low(),
                accuracy.high(), confusion.macroF1(), macroF1.low(), macroF1.high(), reliability.error());
        if (unjudged > 0) {
            line(out, "not judged, so neutral: %d, of these %d not English", unjudged, foreign);
        }
        line(out, "%n| label | given negative | neutral | positive | share of labels | share given |%n|---|---|---|---|---|---|");
        for (Sentiment gold : ORDER) {
            line(out, "| %s | %d | %d | %d | %.3f | %.3f |", gold.label(), confusion.count(gold, Sentiment.NEGATIVE),
                    confusion.count(gold, Sentiment.NEUTRAL), confusion.count(gold, Sentiment.POSITIVE), confusion.goldShare(gold),
                    confusion.givenShare(gold));
        }
        line(out, "%n| confidence | texts | right |%n|---|---|---|");
        for (int bin = 0; bin < Reliability.BINS; bin++) {
            if (reliability.texts(bin) > 0) {
                line(out, "| %.2f | %d | %.2f |", reliability.meanConfidence(bin), reliability.texts(bin), reliability.accuracy(bin));
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values)).append('\n');
    }
}
