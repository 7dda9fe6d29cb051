package dev.sentimentagent.sentiment.evaluation;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.sentiment.SentimentScorer;
import java.util.List;
import java.util.Locale;

/** What a scorer makes of labelled texts. */
public record Evaluation(String method, String version, Confusion confusion, Reliability reliability) {
    private static final List<Sentiment> ORDER = List.of(Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.POSITIVE);

    public static Evaluation of(SentimentScorer scorer, List<LabelledText> texts) {
        Confusion confusion = new Confusion();
        Reliability reliability = new Reliability();
        for (LabelledText text : texts) {
            Score score = scorer.score(text.text());
            confusion.add(text.label(), score.sentiment());
            reliability.add(score.confidence(), score.sentiment() == text.label());
        }
        return new Evaluation(scorer.method(), scorer.version(), confusion, reliability);
    }

    /** All of it in Markdown; figures in brackets are the bounds of 95 % of resampled texts. */
    public String markdown() {
        StringBuilder out = new StringBuilder();
        Bootstrap.Interval accuracy = Bootstrap.of(confusion, Confusion::accuracy);
        Bootstrap.Interval macroF1 = Bootstrap.of(confusion, Confusion::macroF1);
        line(out, "### %s %s%n", method, version);
        line(out, "accuracy %.3f [%.3f, %.3f], macro-F1 %.3f [%.3f, %.3f], calibration error %.3f%n", confusion.accuracy(), accuracy.low(),
                accuracy.high(), confusion.macroF1(), macroF1.low(), macroF1.high(), reliability.error());
        line(out, "| label | given negative | neutral | positive | share of labels | share given |%n|---|---|---|---|---|---|");
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
